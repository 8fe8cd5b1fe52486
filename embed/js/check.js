// The self-test: tries what the element needs on this server, under this server's policy, and says in words what lacks.

const rows = document.querySelector("tbody");
const broken = [];
document.addEventListener("securitypolicyviolation", (event) => broken.push(event));

const SAID = {
  script: ["脚本能运行", "Scripts run"],
  browser: ["浏览器够新", "The browser is new enough"],
  fetch: ["能取到 tiyao.wasm", "tiyao.wasm can be fetched"],
  type: ["tiyao.wasm 的类型是 application/wasm", "tiyao.wasm has the type application/wasm"],
  wasm: ["策略准许 WebAssembly", "The policy allows WebAssembly"],
  element: ["元素能读文章", "The element reads an article"],
};

function row(id, state, ...lines) {
  const made = document.createElement("tr");
  made.id = id;
  made.dataset.state = state;
  const cell = (...words) => {
    const one = document.createElement("td");
    words.forEach((line) => {
      const part = document.createElement("div");
      part.textContent = line;
      one.append(part);
    });
    made.append(one);
  };
  cell({ good: "✓", bad: "✗", note: "!" }[state]);
  cell(...SAID[id]);
  cell(...lines);
  rows.append(made);
}

const directive = (name) => broken.some((event) => event.effectiveDirective.startsWith(name));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function browser() {
  const lacks = [
    typeof WebAssembly === "undefined" && "WebAssembly",
    typeof customElements === "undefined" && "customElements",
    !("adoptedStyleSheets" in Document.prototype && "replaceSync" in (globalThis.CSSStyleSheet?.prototype ?? {})) && "adoptedStyleSheets",
    typeof DecompressionStream === "undefined" && "DecompressionStream",
  ].filter(Boolean);
  row("browser", lacks.length > 0 ? "bad" : "good", ...lacks.map((name) => `缺少 Lacks: ${name}`));
}

async function wasm() {
  let response;
  try {
    response = await fetch("tiyao.wasm");
  } catch {
    await settled();
    const line = directive("connect-src")
      ? ["策略里缺少 connect-src 'self'；只放一个脚本（tiyao-element-inline.js）则不需要它。", "The policy lacks connect-src 'self'; the one script tiyao-element-inline.js does without."]
      : ["网络不通。", "The network fails."];
    row("fetch", "bad", ...line);
    return;
  }
  if (!response.ok) {
    row("fetch", "bad", `服务器回答 ${response.status}：请把 tiyao.wasm 放在脚本旁边。`, `The server answers ${response.status}: put tiyao.wasm beside the script.`);
    return;
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isWasm = bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  row("fetch", isWasm || isGzip ? "good" : "bad", ...(isWasm || isGzip ? [] : ["取来的是别的内容。", "Something else came."]));
  const type = response.headers.get("content-type") ?? "";
  const right = type.split(";")[0].trim() === "application/wasm";
  row("type", right ? "good" : "note", ...(right ? [] : [`服务器说的是“${type}”；照样能用。`, `The server says “${type}”; it works all the same.`]));
}

async function policy() {
  try {
    await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    row("wasm", "good");
  } catch {
    row("wasm", "bad", "策略的 script-src 里缺少 'wasm-unsafe-eval'。", "The policy's script-src lacks 'wasm-unsafe-eval'.");
  }
}

// The element itself, last: what it says is what hosts will see.
function element() {
  return new Promise((resolve) => {
    const tried = document.querySelector("tiyao-digest");
    tried.addEventListener("digest", (event) => {
      row("element", event.detail.facts.length > 0 ? "good" : "bad", `${event.detail.facts.length} 条事实 facts`);
      resolve();
    });
    tried.addEventListener("error", (event) => {
      row("element", "bad", event.detail.message);
      resolve();
    });
    if (!customElements.get("tiyao-digest")) {
      row("element", "bad", "tiyao-element.js 没有运行：它在这个文件夹里吗？", "tiyao-element.js did not run: is it in this folder?");
      resolve();
      return;
    }
    tried.text = "某市2016年平安建设工作综述\n全市共破获案件1280件，同比上升12.5%。";
  });
}

async function run() {
  document.querySelector("#not-run").remove();
  row("script", "good");
  browser();
  await wasm();
  await policy();
  await element();
  const bad = rows.querySelectorAll('[data-state="bad"]').length;
  document.querySelector("#verdict").textContent = bad === 0 ? "一切就绪。 All is well." : `有 ${bad} 处要改。 ${bad} to mend.`;
  document.documentElement.dataset.done = bad === 0 ? "good" : "bad";
}

run();
