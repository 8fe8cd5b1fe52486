import { TiyaoDigest } from "./element.js";

// Defines the element, once a page: a second script of whatever version leaves the first one's.
export function define(name = "tiyao-digest") {
  if (globalThis.customElements && !customElements.get(name)) {
    // A class has one name; a second name needs a class of its own.
    const made = customElements.getName?.(TiyaoDigest) ? class extends TiyaoDigest {} : TiyaoDigest;
    customElements.define(name, made);
  }
}
