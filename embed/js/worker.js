// What runs in a worker for `openReader`: in a browser's, or in one of Node.

import { exportAs, init, read, readBytes, rules, version } from "./read.js";

const CALLS = { init, read, readBytes, exportAs, rules, version };
const port =
  typeof globalThis.postMessage === "function" && typeof globalThis.addEventListener === "function"
    ? globalThis
    : globalThis.process.getBuiltinModule("node:worker_threads").parentPort;

async function answer({ id, call, given }) {
  try {
    const value = await CALLS[call](...given);
    // A module stays where it was compiled.
    port.postMessage({ id, value: call === "init" ? undefined : value });
  } catch (error) {
    port.postMessage({ id, error: { code: error?.code ?? "broken", message: String(error?.message ?? error) } });
  }
}

if (port === globalThis) {
  port.addEventListener("message", (event) => answer(event.data));
} else {
  port.on("message", answer);
}
