import type { Digest, Fact, Form, Term } from "./index.js";

export type View = "digest" | "reading" | "figures" | "findings";
export type Theme = "auto" | "light" | "dark";

/** What the reader chose: a fact, a sentence of the summary, or a numeral that nothing explains. */
export interface FactSelect {
  name: string;
  start: number;
  end: number;
  quote: string;
  fact: Fact | null;
}

export interface TiyaoDigestEventMap {
  ready: CustomEvent<{ version: string }>;
  digest: CustomEvent<Digest>;
  factselect: CustomEvent<FactSelect>;
  error: CustomEvent<{ code: string; message: string }>;
}

/** The element `<tiyao-digest>`. */
export class TiyaoDigest extends HTMLElement {
  /** The text to read in place of the words in the element; null for those words. */
  text: string | null;
  /** The host's own words. */
  terms: readonly Term[] | string | null;
  get view(): View;
  set view(value: View | null);
  get theme(): Theme;
  set theme(value: Theme | null);
  get date(): string;
  set date(value: string | null);
  get src(): string;
  set src(value: string | null);
  /** What was read last, offsets in UTF-16 units. */
  readonly digest: Digest | null;
  /** Reads now; null after an `error` event. */
  analyse(): Promise<Digest | null>;
  /** The digest in a form; null after an `error` event. */
  exportAs(form: Form): Promise<string | null>;
  addEventListener<K extends keyof TiyaoDigestEventMap>(
    type: K,
    listener: (this: TiyaoDigest, event: TiyaoDigestEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** Defines the element, unless the page has it already. */
export function define(name?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "tiyao-digest": TiyaoDigest;
  }
}
