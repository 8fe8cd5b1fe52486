import { fault } from "./errors.js";

// A byte of UTF-8 or GB18030 is at least a third of a character.
const BYTES_A_CHARACTER = 4;

// The bytes of the file at an address, with its name; an error with a sentence where it cannot be had.
export async function fetched(address, longest, lang, signal) {
  let response;
  try {
    response = await fetch(address, { signal });
  } catch {
    throw fault("unreachable", lang, address.href);
  }
  if (!response.ok) {
    throw fault("not-found", lang, address.href, response.status);
  }
  const most = longest * BYTES_A_CHARACTER;
  const announced = Number(response.headers.get("content-length") ?? 0);
  const bytes = announced > most ? null : new Uint8Array(await response.arrayBuffer());
  if (!bytes || bytes.length > most) {
    throw fault("too-long", lang, Math.round((bytes?.length ?? announced) / 3), longest);
  }
  return { bytes, name: nameOf(address, response.headers.get("content-type") ?? ""), places: [] };
}

// The file's own name; a page whose address ends in none is told by its type.
function nameOf(address, type) {
  const last = address.pathname.split("/").pop();
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // Kept as it is written.
  }
  const isPage = /^(text\/html|application\/xhtml)/i.test(type) && !/\.x?html?$/i.test(name);
  return isPage ? `${name}.html` : name;
}
