// The package's functions under Node, which takes the wasm from the folder of this file.

import { readFile } from "node:fs/promises";
import { provide } from "./engine.js";

provide(() => readFile(new URL("./tiyao.wasm", import.meta.url)));

export * from "./index.js";
