(async () => {
  const tell = (words) => {
    const line = document.createElement("p");
    line.textContent = words;
    document.body.append(line);
  };
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") {
    tell("这个浏览器太旧，打不开提要：请用 2023 年以后的 Chrome、Edge、Firefox 或 Safari。 This browser is too old for Tiyao.");
    return;
  }
  /* programs */
  const compiled = {};
  const compile = (name) => (compiled[name] ??= programs[name].bytes().then((bytes) => WebAssembly.compile(bytes)));
  const started = {};
  const start = async (name) => {
    const program = programs[name].bind();
    await program({ module_or_path: await compile(name) });
    return program;
  };
  const say = (kind, parts) => dispatchEvent(new CustomEvent("tiyao-" + kind, { detail: parts }));
  let waiting = [];
  let thread;
  globalThis.tiyao = {
    // A thread of its own with the page's program: it reads [name, text or file, language, terms] and answers what it read.
    worker: async () => {
      const glue = document.getElementById("glue-page").textContent;
      thread ??= URL.createObjectURL(new Blob([glue, WORKER], { type: "text/javascript" }));
      const worker = new Worker(thread);
      worker.postMessage(await compile("page"));
      return worker;
    },
    // A program of the page, started on first use.
    part: (name) => (started[name] ??= start(name)),
    // What one program says to the other; it waits until both listen.
    tell: (kind, parts) => (waiting ? waiting.push([kind, parts]) : say(kind, parts)),
  };
  await tiyao.part("page");
  if (programs.library) await tiyao.part("library");
  const told = waiting;
  waiting = undefined;
  for (const [kind, parts] of told) say(kind, parts);
  /* last */
})();
