// The words of a page's own nodes, as a reader sees them parted into lines, and the way back from their places.

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL " +
    "P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);
const SILENT = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT TEXTAREA SELECT BUTTON SVG MATH IFRAME OBJECT".split(" "));

// The text of the nodes, and where in it each of their text nodes begins.
export function textOf(nodes) {
  let text = "";
  const places = [];
  const breakLine = () => {
    if (text && !text.endsWith("\n")) {
      text += "\n";
    }
  };
  const open = [...nodes].reverse().map((node) => ({ node, closing: false }));
  while (open.length > 0) {
    const { node, closing } = open.pop();
    if (node.nodeType === Node.TEXT_NODE) {
      places.push({ at: text.length, node, lead: leadOf(node, text) });
      text += shown(node, text);
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName.toUpperCase())) {
      continue;
    }
    if (BLOCKS.has(node.tagName.toUpperCase())) {
      breakLine();
    }
    if (!closing) {
      open.push({ node, closing: true });
      for (let child = node.lastChild; child; child = child.previousSibling) {
        open.push({ node: child, closing: false });
      }
    }
  }
  return { text, places };
}

// Blanks at the beginning of a line are indentation of the markup.
function leadOf(node, before) {
  return before === "" || before.endsWith("\n") ? /^[ \t\r\n]*/.exec(node.data)[0].length : 0;
}

function shown(node, before) {
  return node.data.slice(leadOf(node, before));
}

// The range of the page that the UTF-16 units from `start` to `end` of such a text stand in; none where it has gone.
export function rangeOf(places, start, end) {
  const range = document.createRange();
  const from = holding(places, start);
  const to = holding(places, end - 1);
  if (!from || !to || !from.node.isConnected || !to.node.isConnected) {
    return null;
  }
  try {
    range.setStart(from.node, start - from.at + from.lead);
    range.setEnd(to.node, end - to.at + to.lead);
  } catch {
    // The words have changed since they were read.
    return null;
  }
  return range;
}

function holding(places, at) {
  let found = null;
  for (const place of places) {
    if (place.at > at) {
      break;
    }
    found = place;
  }
  return found;
}
