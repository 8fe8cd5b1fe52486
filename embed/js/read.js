// The functions that read, on the thread that calls them.

import { Opened, coreVersion, formNames, ruleList } from "./glue.js";
import { asked, bytesOf, unitOf } from "./asked.js";
import { TiyaoError, called, fault } from "./errors.js";
import { provide, start } from "./engine.js";

// Says where the wasm is, and starts it.
export async function init(wasm, integrity) {
  provide(wasm, integrity);
  await start();
}

// The digest of a text.
export async function read(text, options) {
  await start(options?.lang);
  return withOpened(() => openText(text, options), (opened) => JSON.parse(opened.json(unitOf(options))));
}

// The digest of a file's bytes; `options.name` tells pages and Markdown by its ending.
export async function readBytes(bytes, options) {
  await start(options?.lang);
  return withOpened(() => openBytes(bytes, options), (opened) => JSON.parse(opened.json(unitOf(options))));
}

// The digest of a text, or of a file's bytes, in a form that other programs read.
export async function exportAs(textOrBytes, form, options) {
  await start(options?.lang);
  const open = typeof textOrBytes === "string" ? openText : openBytes;
  return withOpened(() => open(textOrBytes, options), (opened) => written(opened, form, options?.lang));
}

// Every rule with the sentence that tells how it reads.
export async function rules(lang) {
  await start(lang);
  return JSON.parse(ruleList(String(lang ?? "")));
}

// The version of the wasm.
export async function version() {
  await start();
  return coreVersion();
}

// A text, opened in the wasm; who opens it frees it.
export function openText(text, options) {
  if (typeof text !== "string") {
    throw fault("not-text", options?.lang, "read", called(text));
  }
  return opened(options, (made) => Opened.ofText(text, made));
}

// A file's bytes, opened in the wasm; who opens them frees them.
export function openBytes(bytes, options) {
  const given = bytesOf(bytes, "readBytes", options?.lang);
  return opened(options, (made) => Opened.ofBytes(given, made));
}

// An opened text in a form.
export function written(text, form, lang) {
  const out = text.export(String(form), String(lang ?? ""));
  if (out === undefined) {
    throw fault("no-form", lang, String(form).slice(0, 40), formNames().split(" ").join(", "));
  }
  return out;
}

function opened(options, open) {
  const made = asked(options);
  try {
    return open(made);
  } catch (error) {
    throw told(error, options?.lang);
  } finally {
    made.free();
  }
}

function withOpened(open, use) {
  const text = open();
  try {
    return use(text);
  } finally {
    text.free();
  }
}

// What the wasm throws: a sentence, or a trap, after which nothing of it can be relied on.
function told(error, lang) {
  if (typeof error === "string") {
    return new TiyaoError("unreadable", error);
  }
  return error instanceof TiyaoError ? error : fault("broken", lang);
}
