// The functions of the package, as Node runs them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { SEEDS, built, command, module, seed, seedPath } from "./project.mjs";

const TEXT = "𠮷市2016年工作综述\n全市共破获案件1280件，同比上升12.5%。";
const tiyao = await module("node.js");

async function refused(promise, code) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof tiyao.TiyaoError, String(error.stack));
    assert.equal(error.code, code);
    assert.match(error.message, /[.。]$/);
    return true;
  });
}

test("a digest is that of the command, the unit of its offsets aside", async () => {
  for (const name of SEEDS) {
    const text = await seed(name);
    const printed = JSON.parse(await command(name, "json"));
    const options = { name: `${name}.txt`, offsets: "codepoint" };
    assert.deepEqual(await tiyao.readBytes(await readFile(seedPath(name)), options), printed);
    const digest = await tiyao.read(text, { name: `${name}.txt` });
    assert.equal(digest.offsets, "utf16");
    assert.equal(digest.facts.length, printed.facts.length);
    assert.ok(digest.facts.length > 50);
    for (const fact of digest.facts) {
      assert.equal(text.slice(fact.start, fact.end), fact.quote);
    }
  }
});

test("offsets count UTF-16 units, or code points where they are asked for", async () => {
  const units = await tiyao.read(TEXT);
  const points = await tiyao.read(TEXT, { offsets: "codepoint" });
  const at = (digest) => digest.facts.find((fact) => fact.kind === "figure");
  assert.equal(TEXT.slice(at(units).start, at(units).end), at(units).quote);
  assert.equal([...TEXT].slice(at(points).start, at(points).end).join(""), at(points).quote);
  assert.equal(at(units).start, at(points).start + 1);
  assert.deepEqual([units.offsets, points.offsets], ["utf16", "codepoint"]);
});

test("the shortest texts are read, and whatever else may come", async () => {
  // What wasm-opt does must not turn on what a text lacks: a title, a sentence, a character.
  for (const text of ["", "无", "。", "全市破获案件1280件。", "1", "“", "《", "（", "2016年", "\n\n", "-", "增长", "a".repeat(3000)]) {
    const digest = await tiyao.read(text);
    assert.equal(digest.source.characters, [...text].length);
  }
});

test("bytes of other encodings are read, others refused in a sentence", async () => {
  const gb = Uint8Array.from("c8abcad0c6c6bbf131323830bcfea1a3".match(/../g), (pair) => Number.parseInt(pair, 16));
  const digest = await tiyao.readBytes(gb, { name: "a.txt" });
  assert.equal(digest.source.encoding, "gb18030");
  assert.equal(digest.facts.find((fact) => fact.kind === "figure").value, 1280);
  await refused(tiyao.readBytes(new Uint8Array(0)), "unreadable");
  await refused(tiyao.readBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)), "unreadable");
});

test("exports are those of the command", async () => {
  const name = "huaian-2017";
  const bytes = await readFile(seedPath(name));
  for (const form of ["json", "ndjson", "csv", "markdown", "html", "annotations", "findings"]) {
    const printed = await command(name, form, "--lang", "zh-Hans");
    assert.equal(await tiyao.exportAs(bytes, form, { name: `${name}.txt`, lang: "zh-Hans" }), printed, form);
  }
  await refused(tiyao.exportAs(TEXT, "exe"), "no-form");
});

test("options are obeyed", async () => {
  const day = await tiyao.read("今年新增探头600个。", { date: "2017-01-10" });
  assert.equal(day.facts.find((fact) => fact.kind === "time").value, "2017");
  assert.equal(day.options.date, "2017-01-10");
  const long = await seed("rongchang-2016");
  assert.equal((await tiyao.read(long, { sentences: 2 })).summary.length, 2);
  const own = { term: "星火小院", kind: "programme", note: "own" };
  const found = await tiyao.read("该县建成星火小院12个。", { terms: [own] });
  assert.ok(found.facts.some((fact) => fact.kind === "programme" && fact.name === "星火小院"));
  assert.deepEqual(found.options.terms, [own]);
});

test("hostile values are refused in a sentence", async () => {
  for (const text of [null, undefined, 1, {}, ["全市"]]) {
    await refused(tiyao.read(text), "not-text");
  }
  for (const bytes of [null, "全市", [1, 2]]) {
    await refused(tiyao.readBytes(bytes), "not-bytes");
  }
  for (const options of [
    { date: "2017-13-01" },
    { date: "2017-02-30" },
    { date: new Date(0) },
    { sentences: -1 },
    { sentences: 1e9 },
    { name: {} },
    { offsets: "bytes" },
    { terms: 7 },
    { terms: [{ term: "x", kind: "planet" }] },
    { terms: "没有类别" },
  ]) {
    await refused(tiyao.read(TEXT, options), "bad-option");
  }
  const lone = await tiyao.read("全市\ud800破获1280件。");
  assert.ok(lone.facts.some((fact) => fact.value === 1280));
});

test("ten megabytes are read", async () => {
  const text = "全市深入推进平安建设各项工作，不断提升群众的安全感。\n".repeat(140_000);
  const digest = await tiyao.read(text);
  assert.equal(digest.source.characters, text.length);
});

test("rules and the version are told", async () => {
  const told = await tiyao.rules("en");
  assert.ok(told.length > 40 && told.every((rule) => rule.name && rule.sentence));
  assert.notEqual((await tiyao.rules("zh-Hant"))[0].sentence, told[0].sentence);
  const { version } = JSON.parse(await readFile(join(built, "package.json"), "utf8"));
  assert.equal(await tiyao.version(), version);
});

test("one interface reads here and in a worker", async () => {
  const worker = new Worker(new URL(pathToFileURL(join(built, "worker.js"))));
  const wasm = await readFile(join(built, "tiyao.wasm"));
  const there = await tiyao.openReader({ wasm, worker });
  const here = await tiyao.openReader();
  assert.deepEqual(Object.keys(there).sort(), Object.keys(here).sort());
  assert.deepEqual(await there.read(TEXT), await here.read(TEXT));
  assert.equal(await there.exportAs(TEXT, "csv"), await here.exportAs(TEXT, "csv"));
  assert.equal(await there.version(), await here.version());
  await refused(there.read(null), "not-text");
  for (const reader of [there, here]) {
    reader.close();
    await refused(reader.read(TEXT), "closed");
  }
});

test("the functions without a wasm say so, and what is none is refused", async () => {
  const index = await import(`${pathToFileURL(join(built, "index.js")).href}`);
  assert.deepEqual(Object.keys(index).sort(), Object.keys(tiyao).sort());
  // Each address is a program of its own to Node; a worker keeps this one's wasm out of it.
  const alone = (script) =>
    new Promise((resolve, reject) => {
      const words = `import { parentPort } from "node:worker_threads"; ${script}`;
      const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(words)}`));
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  const at = (name) => JSON.stringify(pathToFileURL(join(built, name)).href);
  const ask = (given) =>
    alone(`import * as t from ${at("index.js")};
      t.init(${given}).then(() => t.read("破获1280件。")).then((d) => parentPort.postMessage(d.facts.length), (e) => parentPort.postMessage(e.code))`);
  assert.equal(await ask(""), "no-wasm");
  assert.equal(await ask("new Uint8Array([60, 33, 100, 111])"), "not-wasm");
  assert.equal(await ask("'http://127.0.0.1:9/tiyao.wasm'"), "unreachable");
  assert.equal(await ask("new Response('', { status: 404 })"), "not-found");
  const file = (name) => `import("node:fs").then((fs) => fs.readFileSync(new URL(${at(name)})))`;
  assert.ok((await ask(file("tiyao.wasm"))) > 0);
  assert.ok((await ask(file("tiyao.wasm.gz"))) > 0, "gzip is unpacked");
  assert.ok((await ask(`${file("tiyao.wasm")}.then((bytes) => WebAssembly.compile(bytes))`)) > 0);
  const inline = `import * as t from ${at("inline.js")}; t.read("破获1280件。").then((d) => parentPort.postMessage(d.facts.length))`;
  assert.ok((await alone(inline)) > 0);
});
