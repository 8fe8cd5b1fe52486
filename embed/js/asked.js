// Checks what callers ask for, before the wasm sees it.

import { Asked } from "./glue.js";
import { TiyaoError, called, fault } from "./errors.js";

const KINDS = ["programme", "organisation", "indicator", "unit"];
const UNITS = ["utf16", "codepoint"];

// The wasm's own form of the options; the caller frees it.
export function asked(options = {}) {
  const { name = "", date = "", sentences = 5, terms, lang } = options ?? {};
  if (typeof name !== "string") {
    throw fault("bad-option", lang, "name", called(name));
  }
  if (!isDate(date)) {
    throw fault("bad-option", lang, "date", typeof date === "string" ? `“${date.slice(0, 40)}”` : called(date));
  }
  if (!Number.isInteger(sentences) || sentences < 0 || sentences > 1000) {
    throw fault("bad-option", lang, "sentences", String(sentences).slice(0, 40));
  }
  const made = new Asked(name, date, sentences, String(lang ?? ""));
  try {
    const rows = rowsOf(terms, lang);
    if (rows) {
      made.takeTerms(rows);
    }
    return made;
  } catch (error) {
    made.free();
    throw typeof error === "string" ? new TiyaoError("bad-option", `terms: ${error}`) : error;
  }
}

// The unit that offsets are asked in.
export function unitOf(options) {
  const unit = options?.offsets ?? "utf16";
  if (!UNITS.includes(unit)) {
    throw fault("bad-option", options?.lang, "offsets", String(unit).slice(0, 40));
  }
  return unit;
}

// The bytes of a buffer or a view of one.
export function bytesOf(value, where, lang) {
  if (value instanceof ArrayBuffer) {
    return new Uint8Array(value);
  }
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  throw fault("not-bytes", lang, where, called(value));
}

// Empty, or a year, a month or a day that the calendar has, as EDTF writes it.
function isDate(date) {
  if (date === "") {
    return true;
  }
  const parts = typeof date === "string" && /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) {
    return false;
  }
  const [month, day] = [Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const found = new Date(Date.UTC(2000, month - 1, day));
  found.setUTCFullYear(Number(parts[1]), month - 1, day);
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

// The caller's words as rows between tabs: given so, or as a list of {term, kind, note}.
function rowsOf(terms, lang) {
  if (terms === undefined || terms === null) {
    return "";
  }
  if (typeof terms === "string") {
    return terms;
  }
  if (!Array.isArray(terms)) {
    throw fault("bad-option", lang, "terms", called(terms));
  }
  const plain = (cell) => String(cell ?? "").replace(/[\t\r\n]+/g, " ");
  return terms
    .map((one) => {
      if (!KINDS.includes(one?.kind)) {
        throw fault("bad-option", lang, "terms", `{kind: ${String(one?.kind).slice(0, 40)}}`);
      }
      return `${plain(one.term)}\t${one.kind}\t${plain(one.note)}`;
    })
    .join("\n");
}
