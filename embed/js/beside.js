// The script of the two files: the wasm lies beside it, or where `data-wasm` on its tag says.

import { provide } from "./engine.js";
import { define } from "./define.js";
import { hashes } from "./hashes.js";

const tag = document.currentScript;
const own = new URL("tiyao.wasm", tag?.src || document.baseURI);
const elsewhere = tag?.dataset.wasm;

// The hash holds for the wasm that was built with this script.
provide(() => (elsewhere ? new URL(elsewhere, document.baseURI) : own), hashes["tiyao.wasm"]);
define();
