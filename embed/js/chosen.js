// The fact that the reader has chosen in one element: found by clicks and steps, shown, told to the host.

import { say } from "./sentences.js";
import { rangeOf } from "./text.js";

export class Chosen {
  #host;
  #parts;
  #does;
  #digest = null;
  #places = [];
  #name = "";

  // `does.explain` is told the name of the chosen fact, `does.showAll` that of a list that was cut short.
  constructor(host, parts, does) {
    this.#host = host;
    this.#parts = parts;
    this.#does = does;
    parts.drawn.addEventListener("click", (event) => this.#clicked(event));
    parts.previous.addEventListener("click", () => this.#step(-1));
    parts.next.addEventListener("click", () => this.#step(1));
  }

  // What is drawn now, and where the words stand in the host page, if they do.
  follow(digest, places) {
    this.#digest = digest;
    this.#places = places;
    this.#name = "";
  }

  clear() {
    this.follow(null, []);
  }

  speak(lang) {
    this.#parts.previous.setAttribute("aria-label", say("previous", lang));
    this.#parts.next.setAttribute("aria-label", say("next", lang));
  }

  #clicked(event) {
    const found = event.target.closest?.("[data-places], [data-mark], [data-more]");
    if (!found || !this.#digest) {
      return;
    }
    if ("more" in found.dataset) {
      this.#does.showAll(found.dataset.more);
      return;
    }
    // What stands at several places leads to one after the other.
    const names = (found.dataset.places ?? found.dataset.mark).split(" ");
    this.#choose(names[(names.indexOf(this.#name) + 1) % names.length]);
  }

  #step(by) {
    const marks = [...this.#parts.drawn.querySelectorAll("[data-fact-id]")].map((mark) => mark.dataset.mark);
    const names = marks.filter((name, at) => marks.indexOf(name) === at);
    if (names.length > 0) {
      const at = names.indexOf(this.#name);
      const to = at < 0 ? (by > 0 ? 0 : names.length - 1) : Math.min(Math.max(at + by, 0), names.length - 1);
      this.#choose(names[to]);
    }
  }

  #choose(name) {
    this.#name = name;
    const detail = this.#detail(name);
    if (!detail) {
      return;
    }
    this.#mark(name);
    this.#does.explain(name);
    const event = new CustomEvent("factselect", { bubbles: true, composed: true, cancelable: true, detail });
    if (this.#host.dispatchEvent(event)) {
      this.#show(detail);
    }
  }

  // What the host is told: plain data, offsets in UTF-16 units of the text.
  #detail(name) {
    const of = (piece, quote) => piece && { name, start: piece.start, end: piece.end, quote, fact: null };
    const at = Number(name.replace(/^[su]/, ""));
    if (name.startsWith("s")) {
      const piece = this.#digest.summary[at];
      return of(piece, piece?.text);
    }
    if (name.startsWith("u")) {
      const piece = this.#digest.coverage.unread[at];
      return of(piece, piece?.text);
    }
    const fact = this.#digest.facts[at];
    return fact && { ...of(fact, fact.quote), fact: structuredClone(fact) };
  }

  #mark(name) {
    const { drawn } = this.#parts;
    drawn.querySelectorAll(".in-focus").forEach((one) => one.classList.remove("in-focus"));
    const found = drawn.querySelectorAll(`[data-mark="${name}"], [data-places~="${name}"]`);
    found.forEach((one) => one.classList.add("in-focus"));
    drawn.querySelector(`article [data-mark="${name}"]`)?.scrollIntoView({ block: "nearest" });
  }

  // Selects the words where they stand in the host page.
  #show({ start, end }) {
    const range = this.#places.length > 0 ? rangeOf(this.#places, start, end) : null;
    if (range) {
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
    }
  }
}
