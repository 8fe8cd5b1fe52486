// What an element has to read.

import { called, fault } from "./errors.js";
import { fetched } from "./fetched.js";
import { textOf } from "./text.js";

// The most characters that an element reads: more would hold the page up for seconds.
const LONGEST = 1_000_000;

// The property `text`, the file at `src`, or the words in the element: as text with the places of its nodes, or as bytes
// with a name. Null where there are no words yet and nobody `asked`.
export async function givenTo(element, asked, lang, signal) {
  if (element.text !== null) {
    if (typeof element.text !== "string") {
      throw fault("not-text", lang, "text", called(element.text));
    }
    return measured({ text: element.text, places: [] }, lang);
  }
  if (element.hasAttribute("src")) {
    return fetched(new URL(element.src, element.baseURI), LONGEST, lang, signal);
  }
  const own = textOf(element.childNodes);
  if (!own.text.trim() && !asked) {
    return null;
  }
  return measured(own, lang);
}

function measured(given, lang) {
  if (given.text.length > LONGEST) {
    throw fault("too-long", lang, given.text.length, LONGEST);
  }
  if (!given.text.trim()) {
    throw fault("no-text", lang);
  }
  return given;
}
