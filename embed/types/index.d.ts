import type { Digest, OffsetUnit, Term } from "./digest.js";

export type * from "./digest.js";

/** Where the wasm comes from: an address, bytes (also gzipped), a Response, a compiled module, or a promise of these. */
export type WasmSource =
  | string
  | URL
  | ArrayBuffer
  | ArrayBufferView
  | Response
  | WebAssembly.Module
  | Promise<string | URL | ArrayBuffer | ArrayBufferView | Response | WebAssembly.Module>
  | (() => WasmSource);

/** What the caller knows or wants of a text. */
export interface Options {
  /** The text's name; of a file's bytes the file's name, whose ending tells pages and Markdown. */
  name?: string;
  /** The day that relative times resolve against where the text has none: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  /** The most sentences of the summary; 5 otherwise. */
  sentences?: number;
  /** The caller's own words: a list, or rows of `term<TAB>kind<TAB>note`. */
  terms?: readonly Term[] | string;
  /** What offsets count; UTF-16 units otherwise. */
  offsets?: OffsetUnit;
  /** The language of reports and of the sentences of errors: zh-Hans, zh-Hant or en. */
  lang?: string;
}

export type Form = "json" | "ndjson" | "csv" | "markdown" | "html" | "annotations" | "findings";

export interface Rule {
  name: string;
  /** How it reads; `…` stands for what differs from text to text. */
  sentence: string;
}

/** Why something could not be done: a code for programs, a sentence for people. */
export class TiyaoError extends Error {
  constructor(code: string, message: string);
  readonly code: string;
}

/** Says where the wasm is and starts it. `integrity` is a hash as in the attribute of a script. */
export function init(wasm?: WasmSource, integrity?: string): Promise<void>;

/** The digest of a text. */
export function read(text: string, options?: Options): Promise<Digest>;

/** The digest of a file's bytes, whatever their encoding. */
export function readBytes(bytes: ArrayBuffer | ArrayBufferView, options?: Options): Promise<Digest>;

/** The digest of a text or of a file's bytes in a form that other programs read. Offsets in files count code points. */
export function exportAs(textOrBytes: string | ArrayBuffer | ArrayBufferView, form: Form, options?: Options): Promise<string>;

/** Every rule with the sentence that tells how it reads. */
export function rules(lang?: string): Promise<Rule[]>;

/** The version of the wasm. */
export function version(): Promise<string>;

/** What a reader can do, on whatever thread. */
export interface Reader {
  read: typeof read;
  readBytes: typeof readBytes;
  exportAs: typeof exportAs;
  rules: typeof rules;
  version: typeof version;
  /** Ends it; a worker stops. */
  close(): void;
}

/** A worker of a browser, or one of Node. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** A reader on this thread, or in a worker that runs `tiyao/worker`. */
export function openReader(options?: { wasm?: WasmSource; integrity?: string; worker?: WorkerLike }): Promise<Reader>;
