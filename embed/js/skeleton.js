// What stands in the shadow of each element before anything is read.

// Builds it and gives its parts.
export function build(root) {
  const frame = make("div", "frame");
  const source = make("div", "source", "source");
  source.append(document.createElement("slot"));
  // What the host page gives to everything on it ends here; the words in the slot keep it.
  const own = make("div", "tiyao", "root");
  const status = make("p", "status", "status");
  status.setAttribute("role", "status");
  status.hidden = true;
  const steps = make("div", "steps", "steps");
  steps.hidden = true;
  const [previous, next] = [step("↑"), step("↓")];
  steps.append(previous, next);
  const drawn = make("div", "drawn", "view");
  const why = make("div", "why", "why");
  why.hidden = true;
  own.append(status, steps, drawn, why);
  frame.append(source, own);
  root.append(frame);
  return { frame, root: own, status, steps, previous, next, drawn, why, ready: false };
}

function make(name, className, part) {
  const made = document.createElement(name);
  made.className = className;
  if (part) {
    made.setAttribute("part", part);
  }
  return made;
}

function step(sign) {
  const button = make("button", "plain step");
  button.type = "button";
  button.textContent = sign;
  return button;
}
