// What `tiyao/element` gives.

export { TiyaoDigest } from "./element.js";
export { define } from "./define.js";
