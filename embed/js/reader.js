// One interface to read with, whether the work is done on this thread or in a worker.

import { TiyaoError, fault } from "./errors.js";
import { exportAs, init, read, readBytes, rules, version } from "./read.js";

const CALLS = { read, readBytes, exportAs, rules, version };

// A reader. Without a `worker` it reads on this thread; a worker runs `tiyao/worker` and is ended by `close`.
export async function openReader({ wasm, integrity, worker } = {}) {
  if (worker) {
    const line = lineTo(worker);
    await line.call("init", [await sendable(wasm), integrity]);
    return line.reader;
  }
  await init(wasm, integrity);
  let closed = false;
  const guarded = (call) => async (...given) => {
    if (closed) {
      throw fault("closed");
    }
    return call(...given);
  };
  const calls = Object.entries(CALLS).map(([name, call]) => [name, guarded(call)]);
  return Object.freeze({ ...Object.fromEntries(calls), close: () => void (closed = true) });
}

// What a worker can be sent: an address as words, as no URL can be.
async function sendable(wasm) {
  const given = await (typeof wasm === "function" ? wasm() : wasm);
  if (given instanceof URL) {
    return given.href;
  }
  if (typeof given === "string") {
    // The worker would reckon it from its own address.
    return new URL(given, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  }
  return typeof given?.arrayBuffer === "function" ? given.arrayBuffer() : given;
}

function lineTo(worker) {
  const waiting = new Map();
  let next = 0;
  let closed = false;
  const listen = (name, heard) => (worker.addEventListener ?? worker.on).call(worker, name, heard);
  const fail = (error) => {
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  listen("message", (event) => {
    const { id, value, error } = event.data ?? event;
    const one = waiting.get(id);
    waiting.delete(id);
    if (error) {
      one?.reject(new TiyaoError(error.code, error.message));
    } else {
      one?.resolve(value);
    }
  });
  listen("error", () => fail(fault("broken")));
  const call = (name, given) =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(fault("closed"));
        return;
      }
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call: name, given });
    });
  const close = () => {
    closed = true;
    fail(fault("closed"));
    worker.terminate();
  };
  const calls = Object.keys(CALLS).map((name) => [name, (...given) => call(name, given)]);
  return { call, reader: Object.freeze({ ...Object.fromEntries(calls), close }) };
}
