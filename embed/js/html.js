// Where the wasm's markup goes in: it writes every word of a text as text, and tests hold it to that.

let policy;

// Puts markup of the wasm into an element, also under require-trusted-types-for 'script'.
export function put(element, markup) {
  policy ??= globalThis.trustedTypes?.createPolicy("tiyao", { createHTML: (words) => words }) ?? { createHTML: (words) => words };
  element.innerHTML = policy.createHTML(markup);
}
