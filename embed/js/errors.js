import { say } from "./sentences.js";

// What went wrong, with a code for programs and a sentence for people.
export class TiyaoError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "TiyaoError";
    this.code = code;
  }
}

// The error of a code, its sentence in the language of a tag.
export function fault(code, tag, ...parts) {
  return new TiyaoError(code, say(code, tag, ...parts));
}

// How a value that somebody passed is called in a sentence.
export function called(value) {
  if (value === null || value === undefined) {
    return String(value);
  }
  return typeof value === "object" ? (value.constructor?.name ?? "Object") : typeof value;
}
