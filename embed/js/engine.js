// The one wasm of a page or program: where it comes from, and that it starts once.

import { initSync } from "./glue.js";
import { fault } from "./errors.js";

let source;
let started;
let announce;
const given = new Promise((resolve) => {
  announce = resolve;
});

// Says where the wasm is to be taken from, if nobody has yet: an address, bytes, a Response, a WebAssembly.Module, a
// promise of these, or a function that gives them when they are wanted. `integrity` is a hash as in the attribute.
export function provide(wasm, integrity) {
  if (source === undefined && wasm !== undefined) {
    source = { wasm, integrity };
    announce();
  }
}

// Starts the wasm; once it runs, the promise it has given before. A start that failed may be tried again.
export function start(tag) {
  if (source === undefined) {
    return Promise.reject(fault("no-wasm", tag));
  }
  started ??= open(source, tag).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

// Resolves when somebody has said where the wasm is.
export function whenProvided() {
  return given;
}

async function open({ wasm, integrity }, tag) {
  if (typeof WebAssembly === "undefined") {
    throw fault("unsupported", tag);
  }
  const from = await (typeof wasm === "function" ? wasm() : wasm);
  const module = from instanceof WebAssembly.Module ? from : await compile(await bytesOf(from, integrity, tag), tag);
  initSync({ module });
  return module;
}

async function bytesOf(from, integrity, tag) {
  if (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) {
    return unpacked(from);
  }
  const address = from?.url ?? String(from);
  let response = from;
  if (typeof from === "string" || from instanceof URL) {
    try {
      response = await fetch(from, integrity ? { integrity } : {});
    } catch {
      throw fault("unreachable", tag, address);
    }
  }
  if (typeof response?.arrayBuffer !== "function") {
    throw fault("no-wasm", tag);
  }
  if (response.ok === false) {
    throw fault("not-found", tag, address, response.status);
  }
  // Compiling while it comes would need the right type, which proxies do not always send.
  return unpacked(await response.arrayBuffer());
}

// The bytes, unpacked where they are gzip: a file that lies so inside a script, or that a server sent as it is.
async function unpacked(bytes) {
  const start = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    return bytes;
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function compile(bytes, tag) {
  const start = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
  if (start[0] !== 0 || start[1] !== 0x61 || start[2] !== 0x73 || start[3] !== 0x6d) {
    throw fault("not-wasm", tag);
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const refused = /unsafe-eval|Content Security Policy|CSP|disallowed/i.test(String(error?.message));
    throw fault(refused ? "policy" : "unsupported", tag);
  }
}
