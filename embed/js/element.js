// The element <tiyao-digest>: this class owns it, the wasm draws in it.

import { coreVersion } from "./glue.js";
import { start, whenProvided } from "./engine.js";
import { fault } from "./errors.js";
import { openBytes, openText, written } from "./read.js";
import { Chosen } from "./chosen.js";
import { givenTo } from "./given.js";
import { put } from "./html.js";
import { build } from "./skeleton.js";
import { canStyle, styles } from "./sheets.js";
import { spoken } from "./sentences.js";

const VIEWS = ["digest", "reading", "figures", "findings"];
const THEMES = ["auto", "light", "dark"];
const PROPERTIES = ["text", "terms", "view", "theme", "date", "src"];

// Where there are no elements, as under Node, the class can still be imported.
const Base = globalThis.HTMLElement ?? class {};

export class TiyaoDigest extends Base {
  static observedAttributes = ["lang", "view", "theme", "date", "src"];

  #parts;
  #chosen;
  #text = null;
  #terms = null;
  #digest = null;
  #opened = null;
  #drawn = "";
  #whole = [];
  #source = null;
  #watch = null;
  #abort = null;
  #planned = false;
  #told = false;
  #turn = 0;
  #current = { turn: 0, answer: null };

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    if (!canStyle()) {
      // The words in the slot stay; one sentence says why there is no more.
      root.append(document.createElement("slot"), this.#lastWords());
      return;
    }
    root.adoptedStyleSheets = styles(this.ownerDocument);
    this.#parts = build(root);
    this.#chosen = new Chosen(this, this.#parts, {
      explain: (name) => this.#explain(name),
      showAll: (list) => this.#showAll(list),
    });
  }

  connectedCallback() {
    if (!this.#parts) {
      return;
    }
    PROPERTIES.forEach((name) => this.#upgrade(name));
    if (!this.#watch) {
      this.#watch = new MutationObserver(() => this.#slotChanged());
      this.#watch.observe(this, { childList: true, characterData: true, subtree: true });
    }
    this.#plan();
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#release();
      }
    });
  }

  adoptedCallback() {
    // Sheets belong to the document that they were made in.
    if (this.#parts) {
      this.shadowRoot.adoptedStyleSheets = styles(this.ownerDocument);
    }
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#parts) {
      return;
    }
    if (name === "src" || name === "date") {
      this.#forget();
    }
    this.#plan();
  }

  // The text to read in place of the words in the element; null for those words.
  get text() {
    return this.#text;
  }
  set text(value) {
    this.#text = value ?? null;
    this.#forget();
    this.#plan(true);
  }

  // The host's own words, as a list of {term, kind, note} or as rows between tabs.
  get terms() {
    return this.#terms;
  }
  set terms(value) {
    this.#terms = value ?? null;
    this.#forget();
    this.#plan();
  }

  get view() {
    return VIEWS.includes(this.getAttribute("view")) ? this.getAttribute("view") : "digest";
  }
  set view(value) {
    this.#reflect("view", value);
  }

  get theme() {
    return THEMES.includes(this.getAttribute("theme")) ? this.getAttribute("theme") : "auto";
  }
  set theme(value) {
    this.#reflect("theme", value);
  }

  get date() {
    return this.getAttribute("date") ?? "";
  }
  set date(value) {
    this.#reflect("date", value);
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(value) {
    this.#reflect("src", value);
  }

  // What was read last, with offsets in UTF-16 units of the text; null before.
  get digest() {
    return this.#digest;
  }

  // Reads now. Gives the digest, or null after an `error` event.
  async analyse() {
    this.#forget();
    const digest = await this.#read(true, true);
    if (!this.isConnected) {
      this.#release();
    }
    return digest;
  }

  // The digest in a form (json, ndjson, csv, markdown, html, annotations, findings), or null after an `error` event.
  async exportAs(form) {
    if (!this.#opened && !(await this.#read(true, true))) {
      return null;
    }
    const detached = !this.isConnected;
    try {
      return this.#opened ? written(this.#opened, form, this.#language()) : null;
    } catch (error) {
      this.#fail(error);
      return null;
    } finally {
      if (detached) {
        this.#release();
      }
    }
  }

  #upgrade(name) {
    if (Object.hasOwn(this, name)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #reflect(name, value) {
    if (value === null || value === undefined) {
      this.removeAttribute(name);
    } else {
      this.setAttribute(name, String(value));
    }
  }

  #language() {
    const near = this.getAttribute("lang") || this.closest("[lang]")?.getAttribute("lang");
    return spoken(near || globalThis.navigator?.language);
  }

  #slotChanged() {
    if (this.#text === null && !this.hasAttribute("src")) {
      this.#forget();
      this.#plan();
    }
  }

  // Reads or draws once after all that changes in this turn; `wanted` where the host set a text just now.
  #plan(wanted = false) {
    this.#told ||= wanted;
    if (!this.#planned) {
      this.#planned = true;
      queueMicrotask(() => {
        this.#planned = false;
        const asked = this.#told;
        this.#told = false;
        if (this.isConnected && this.#parts) {
          this.#read(asked);
        }
      });
    }
  }

  // Reads what has changed and draws. `asked` where the host wants an answer, `now` where it does not wait for a wasm
  // that nobody has named yet. Where another reading overtakes this one, its answer is given.
  #read(asked, now = false) {
    const turn = ++this.#turn;
    const answer = this.#readOnce(turn, asked, now);
    this.#current = { turn, answer };
    return answer;
  }

  async #readOnce(turn, asked, now) {
    this.#abort?.abort();
    if (!this.#parts) {
      this.#fail(fault("unsupported", this.#language()));
      return null;
    }
    this.#dress();
    try {
      if (!now) {
        await whenProvided();
      }
      await start(this.#language());
      this.#becomeReady();
      if (turn === this.#turn && !this.#opened) {
        this.#abort = new AbortController();
        const given = await givenTo(this, asked, this.#language(), this.#abort.signal);
        if (given === null) {
          return null;
        }
        if (turn === this.#turn) {
          return this.#show(given);
        }
      }
      if (turn !== this.#turn) {
        return this.#overtaken(turn);
      }
      this.#draw();
      return this.#digest;
    } catch (error) {
      if (turn !== this.#turn) {
        return this.#overtaken(turn);
      }
      this.#fail(error);
      return null;
    }
  }

  // The answer of the reading that overtook the one of this turn; null where the text was only forgotten.
  async #overtaken(turn) {
    // A plan that forgot it reads in this turn of the loop.
    await Promise.resolve();
    return this.#current.turn > turn ? this.#current.answer : null;
  }

  // Reads and draws what is given, and tells the host last: it may change everything at once.
  #show(given) {
    const options = { date: this.date, terms: this.#terms, lang: this.#language(), name: given.name };
    const opened = given.bytes ? openBytes(given.bytes, options) : openText(given.text, options);
    this.#forget();
    this.#opened = opened;
    this.#source = given;
    const digest = JSON.parse(opened.json("utf16"));
    this.#digest = digest;
    this.#say("");
    this.#draw();
    this.dispatchEvent(new CustomEvent("digest", { bubbles: true, composed: true, detail: digest }));
    return digest;
  }

  // Draws what was read, unless it stands there already, as after a move.
  #draw() {
    const asked = [this.view, this.#language(), this.#whole.join(" ")];
    if (!this.isConnected || this.#drawn === asked.join("\n")) {
      return;
    }
    this.#drawn = asked.join("\n");
    this.#explain("");
    put(this.#parts.drawn, this.#opened.draw(...asked));
    this.#chosen.follow(this.#digest, this.#source.places);
  }

  // Says under the text what the fact of that name was read from.
  #explain(name) {
    const words = name && this.#opened ? this.#opened.why(name, this.#language()) : "";
    put(this.#parts.why, words);
    this.#parts.why.hidden = words === "";
  }

  #showAll(list) {
    this.#whole.push(list);
    this.#plan();
  }

  // Theme, language and view as the styles see them.
  #dress() {
    const { root, frame, steps } = this.#parts;
    root.dataset.theme = this.theme;
    root.lang = this.#language();
    frame.dataset.view = this.view;
    frame.classList.toggle("own-words", this.#text === null && !this.hasAttribute("src"));
    steps.hidden = this.view !== "reading";
    this.#chosen.speak(this.#language());
  }

  #becomeReady() {
    if (!this.#parts.ready) {
      this.#parts.ready = true;
      const detail = { version: coreVersion() };
      this.dispatchEvent(new CustomEvent("ready", { bubbles: true, composed: true, detail }));
    }
  }

  // Forgets what was read; it is read anew when it is wanted.
  #forget() {
    this.#turn++;
    this.#opened?.free();
    this.#opened = null;
    this.#source = null;
    this.#whole = [];
    if (this.#drawn) {
      this.#drawn = "";
      this.#explain("");
      this.#parts.drawn.replaceChildren();
    }
    this.#chosen?.clear();
  }

  #release() {
    this.#abort?.abort();
    this.#watch?.disconnect();
    this.#watch = null;
    this.#forget();
  }

  #say(sentence) {
    this.#parts.status.textContent = sentence;
    this.#parts.status.hidden = !sentence;
  }

  #fail(error) {
    const { code, message } = error?.name === "TiyaoError" ? error : fault("broken", this.#language());
    if (this.#parts) {
      this.#digest = null;
      this.#say(message);
    }
    this.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail: { code, message } }));
  }

  #lastWords() {
    const line = document.createElement("p");
    line.setAttribute("part", "status");
    line.textContent = fault("unsupported", document.documentElement.lang).message;
    return line;
  }
}
