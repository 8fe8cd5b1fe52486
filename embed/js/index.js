// The package's functions. No wasm is named here: `init` is told where it is.

export { TiyaoError } from "./errors.js";
export { exportAs, init, read, readBytes, rules, version } from "./read.js";
export { openReader } from "./reader.js";
