// The package's functions with the wasm inside this file.

import { provide } from "./engine.js";
import { packed } from "./packed.js";

provide(packed);

export * from "./index.js";
