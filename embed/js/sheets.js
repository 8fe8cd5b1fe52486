// The styles of all elements, made once a document: constructed sheets are no matter of the page's style-src.

import { css } from "./styles.js";

const made = new WeakMap();

// Whether this browser can make them.
export function canStyle() {
  return typeof CSSStyleSheet === "function" && "replaceSync" in CSSStyleSheet.prototype && "adoptedStyleSheets" in Document.prototype;
}

export function styles(document) {
  if (!made.has(document)) {
    const sheet = new (document.defaultView?.CSSStyleSheet ?? CSSStyleSheet)();
    sheet.replaceSync(css);
    made.set(document, [sheet]);
  }
  return made.get(document);
}
