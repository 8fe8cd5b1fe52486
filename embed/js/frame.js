// The page for an iframe: a host of an allowed origin sends texts, and is told what was read and how high the page is.
//
// Every message is plain data with `tiyao: 1`, the version of this protocol. From the host: `do` is hello, show (text or
// src, and view, lang, theme, date, terms, id) or export (form, id). To the host: `event` is ready, digest, factselect,
// export, height or error.

import { fault } from "./errors.js";

const PROTOCOL = 1;
const FIELDS = ["lang", "view", "theme", "date"];
const element = document.querySelector("tiyao-digest");
const named = document.querySelector('meta[name="tiyao-origins"]')?.content ?? "";
const origins = new Set([location.origin, ...named.split(/\s+/).filter(Boolean)]);

// The host that has shown itself, and its last question.
let host = null;
let question = null;

function tell(message) {
  if (host && parent !== window) {
    parent.postMessage({ tiyao: PROTOCOL, ...message }, host);
  }
}

function refuse(error, origin) {
  const detail = { code: error.code, message: error.message };
  element.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail: { ...detail, origin } }));
}

function height() {
  tell({ event: "height", height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

async function show(message) {
  question = message.id ?? null;
  for (const name of FIELDS.filter((name) => name in message)) {
    element.setAttribute(name, String(message[name] ?? ""));
  }
  if ("terms" in message) {
    element.terms = message.terms;
  }
  if (typeof message.src === "string") {
    element.text = null;
    element.src = message.src;
  } else if ("text" in message) {
    element.src = null;
    element.text = message.text;
  }
}

async function write(message) {
  const content = await element.exportAs(message.form);
  if (content !== null) {
    tell({ event: "export", id: message.id ?? null, form: message.form, content });
  }
}

const DOINGS = { hello: () => tell({ event: "ready", protocol: PROTOCOL }), show, export: write };

function heard(event) {
  const message = event.data;
  if (typeof message !== "object" || message === null || !("tiyao" in message) || event.source !== parent) {
    // Other scripts of the page talk to each other too.
    return;
  }
  const lang = element.lang || document.documentElement.lang;
  if (!origins.has(event.origin)) {
    refuse(fault("foreign-origin", lang, event.origin), event.origin);
    return;
  }
  host = event.origin;
  const doing = Object.hasOwn(DOINGS, message.do) ? DOINGS[message.do] : null;
  if (message.tiyao !== PROTOCOL || !doing) {
    refuse(fault("bad-message", lang, `tiyao: ${String(message.tiyao).slice(0, 20)}, do: ${String(message.do).slice(0, 20)}`), host);
    return;
  }
  doing(message);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync("html, body { margin: 0; padding: 0; background: transparent; }");
document.adoptedStyleSheets = [sheet];
element.addEventListener("digest", (event) => tell({ event: "digest", id: question, digest: event.detail }));
element.addEventListener("factselect", (event) => tell({ event: "factselect", id: question, ...event.detail }));
element.addEventListener("error", (event) => {
  if (event.detail.code !== "foreign-origin") {
    tell({ event: "error", id: question, code: event.detail.code, message: event.detail.message });
  }
});
new ResizeObserver(height).observe(document.documentElement);
addEventListener("message", heard);
