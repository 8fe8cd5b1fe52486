(async () => {
  const tell = (words) => {
    const line = document.createElement("p");
    line.textContent = words;
    document.body.append(line);
    line.style.visibility = "visible";
    document.getElementById("late")?.remove();
  };
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") {
    tell("这个浏览器太旧，打不开提要：请用 2023 年以后的 Chrome、Edge、Firefox 或 Safari。 This browser is too old for Tiyao.");
    return;
  }
  /* programs */
  const compiled = {};
  const compile = (name) => (compiled[name] ??= programs[name].bytes().then((bytes) => WebAssembly.compile(bytes)));
  const whole = (doing) =>
    doing.catch((reason) => {
      tell("提要打不开：它的文件不完整，请重新取得。 Tiyao does not open: its files are incomplete, please get them anew.");
      throw reason;
    });
  const started = {};
  const given = {};
  const start = async (name) => {
    const program = programs[name].bind();
    given[name] = await program({ module_or_path: await compile(name) });
    return program;
  };
  const say = (kind, parts) => dispatchEvent(new CustomEvent("tiyao-" + kind, { detail: parts }));
  let waiting = [];
  let thread;
  globalThis.tiyao = {
    // A thread of its own with both programs: it reads [name, text or file, language, terms, corrections] and answers
    // [note, text, card], or [why it cannot be read].
    worker: async () => {
      const names = ["page", "library"];
      const glue = names.map((name) => document.getElementById("glue-" + name).textContent);
      thread ??= URL.createObjectURL(new Blob([...glue, WORKER], { type: "text/javascript" }));
      const worker = new Worker(thread);
      worker.postMessage(await Promise.all(names.map(compile)));
      return worker;
    },
    // [note, text] of a file, or [why it cannot be read].
    open: async (file, language) => {
      const bytes = await file.arrayBuffer().then((bytes) => new Uint8Array(bytes), () => new Uint8Array());
      return (await tiyao.part("library")).open(file.name, bytes, language);
    },
    // A program of the page, started on first use.
    part: (name) => (started[name] ??= start(name)),
    // What one program says to the other; it waits until both listen.
    tell: (kind, parts) => (waiting ? waiting.push([kind, parts]) : say(kind, parts)),
  };
  await whole((async () => {
    /* first */
    await compile("page");
  })());
  await tiyao.part("page");
  // What the page does only when it is asked to is a part that starts after it and works on what it gives.
  if (programs.later) await WebAssembly.instantiate(await whole(compile("later")), { first: given.page });
  say("later", []);
  if (programs.library) await tiyao.part("library");
  const told = waiting;
  waiting = undefined;
  for (const [kind, parts] of told) say(kind, parts);
  // The tables of words are unpacked at the first reading: better now, while nobody waits for it.
  setTimeout(() => programs.page.bind().read("", "2025年，全市共破获案件12起，同比下降3.5%。", "", ""));
  /* last */
})();
