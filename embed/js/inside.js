// The one script: the wasm lies inside it.

import { provide } from "./engine.js";
import { define } from "./define.js";
import { packed } from "./packed.js";

provide(packed);
define();
