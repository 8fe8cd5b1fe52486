// The package as somebody gets it: packed by npm and installed into a fresh folder.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { build } from "vite";
import { built, command, embed, inFreshFolder, output, seedPath } from "./project.mjs";

const tsc = join(embed, "node_modules/typescript/bin/tsc");

// A folder with the packed package installed and nothing else.
async function installed(body) {
  await inFreshFolder(async (folder) => {
    const packed = JSON.parse(await output("npm", ["pack", "--json", "--pack-destination", folder, built], { cwd: folder }));
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
    await output("npm", ["install", "--no-audit", "--no-fund", "--offline", join(folder, packed[0].filename)], { cwd: folder });
    await body(folder);
  });
}

test("Node prints the digest that the command prints, the unit aside", () =>
  installed(async (folder) => {
    const script = `
      import { readFile } from "node:fs/promises";
      import { read } from "tiyao";
      const text = await readFile(process.argv[2], "utf8");
      console.log(JSON.stringify(await read(text, { name: "suizhou-2023.txt", offsets: "codepoint" })));`;
    await writeFile(join(folder, "print.mjs"), script);
    const printed = await output(process.execPath, ["print.mjs", seedPath("suizhou-2023")], { cwd: folder });
    assert.deepEqual(JSON.parse(printed), JSON.parse(await command("suizhou-2023", "json")));
  }));

test("Deno prints the same, from the files alone and from the package", () =>
  installed(async (folder) => {
    const deno = join(embed, "node_modules/deno/bin.cjs");
    const expected = JSON.parse(await command("suizhou-2023", "json"));
    for (const from of [pathToFileURL(join(built, "index.js")).href, "npm:tiyao"]) {
      const script = `
        import { init, read } from ${JSON.stringify(from)};
        await init(await Deno.readFile(Deno.args[1]));
        const text = await Deno.readTextFile(Deno.args[0]);
        console.log(JSON.stringify(await read(text, { name: "suizhou-2023.txt", offsets: "codepoint" })));`;
      await writeFile(join(folder, "print.ts"), script);
      // What Deno fetches for itself it may not fetch here; the package lies in the folder.
      const flags = ["run", "--quiet", "--no-check", "--cached-only", "--node-modules-dir=manual", "--allow-read"];
      const given = [seedPath("suizhou-2023"), join(built, "tiyao.wasm")];
      const printed = await output(process.execPath, [deno, ...flags, "print.ts", ...given], { cwd: folder });
      assert.deepEqual(JSON.parse(printed), expected, from);
    }
  }));

test("types compile under strict, for bundlers and for Node", () =>
  installed(async (folder) => {
    const use = `
      import { init, openReader, read, readBytes, exportAs, rules, version, TiyaoError } from "tiyao";
      import type { Digest, Fact, FigureFact } from "tiyao";
      import { read as readInline } from "tiyao/inline";
      import { TiyaoDigest, define } from "tiyao/element";
      import "tiyao/element/define";
      const digest: Digest = await read("x", { date: "2017", offsets: "utf16", terms: [{ term: "a", kind: "unit" }] });
      const figures: FigureFact[] = digest.facts.filter((fact): fact is FigureFact => fact.kind === "figure");
      const told = (fact: Fact): string => (fact.kind === "check" ? fact.verdict : fact.quote);
      const element: TiyaoDigest = document.createElement("tiyao-digest");
      element.addEventListener("factselect", (event) => console.log(event.detail.fact?.rule, event.detail.start));
      element.view = "figures";
      const reader = await openReader({ wasm: new Uint8Array() });
      const all: [string, number, string] = [await exportAs("x", "csv"), (await rules("en")).length, await version()];
      await init(new URL("https://example.invalid/tiyao.wasm"));
      console.log(figures[0]?.value, told, all, await readBytes(new ArrayBuffer(1)), readInline, reader.close(), define, TiyaoError);
      // @ts-expect-error A form that there is not.
      await exportAs("x", "exe");
      // @ts-expect-error A view that there is not.
      element.view = "rumours";
      export {};`;
    await writeFile(join(folder, "use.ts"), use);
    for (const [module, resolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
      const flags = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom,dom.iterable"];
      await output(process.execPath, [tsc, ...flags, "--module", module, "--moduleResolution", resolution, "use.ts"], { cwd: folder });
    }
  }));

test("Vite's output holds the wasm once", () =>
  installed(async (folder) => {
    await mkdir(join(folder, "src"));
    await writeFile(join(folder, "index.html"), '<script type="module" src="/src/main.js"></script>');
    await writeFile(
      join(folder, "src/main.js"),
      `import { init, read, openReader } from "tiyao";
       import "tiyao/element/define";
       import wasm from "tiyao/wasm?url";
       import TiyaoWorker from "tiyao/worker?worker";
       init(wasm).then(() => read("x")).then(console.log);
       openReader({ wasm, worker: new TiyaoWorker() }).then(console.log);`,
    );
    await build({ root: folder, logLevel: "error", worker: { format: "es" } });
    const files = await readdir(join(folder, "dist"), { recursive: true });
    assert.equal(files.filter((file) => file.endsWith(".wasm")).length, 1, files.join(" "));
    for (const file of files.filter((file) => /\.(js|html|css)$/.test(file))) {
      const words = await readFile(join(folder, "dist", file), "utf8");
      assert.ok(!words.includes("AGFzbQ") && !words.includes("H4sI"), `${file} holds a second wasm`);
    }
  }));

test("what the manifest names is there, and modules name nothing else", async () => {
  const manifest = JSON.parse(await readFile(join(built, "package.json"), "utf8"));
  const named = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(named));
  const files = new Set((await readdir(built, { recursive: true })).map((file) => `./${file.replaceAll("\\", "/")}`));
  for (const entry of Object.values(manifest.exports)) {
    named(entry).forEach((path) => assert.ok(files.has(path), path));
    if (typeof entry === "object") {
      assert.equal(Object.keys(entry)[0], "types");
    }
  }
  [...manifest.sideEffects, `${manifest.customElements}`].forEach((path) => assert.ok(files.has(path), path));
  for (const file of [...files].filter((file) => /^\.\/[^/]+\.js$/.test(file))) {
    const words = await readFile(join(built, file), "utf8");
    // Deno and plain pages resolve addresses only; Node's own modules are for Node's own entry.
    for (const [, from] of words.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gm)) {
      assert.ok(files.has(from) || (file === "./node.js" && from.startsWith("node:")), `${file}: ${from}`);
    }
    assert.ok(file === "./node.js" || !words.includes("import.meta"), `${file} would have a bundler pack a file`);
  }
});

test("hashes are those of the files, and stand on the tags", async () => {
  const hashes = JSON.parse(await readFile(join(built, "integrity.json"), "utf8"));
  for (const [file, hash] of Object.entries(hashes)) {
    const own = createHash("sha384").update(await readFile(join(built, file))).digest("base64");
    assert.equal(hash, `sha384-${own}`, file);
  }
  assert.ok((await readFile(join(built, "tiyao-element.js"), "utf8")).includes(hashes["tiyao.wasm"]));
  for (const page of ["frame.html", "check.html"]) {
    assert.ok((await readFile(join(built, page), "utf8")).includes(`integrity="${hashes["tiyao-element.js"]}"`), page);
  }
});

test("every dependency's licence is listed", async () => {
  const listed = JSON.parse(await readFile(join(built, "licences.json"), "utf8"));
  assert.ok(listed.length > 20 && listed.every((one) => one.name && one.version && one.licence));
  for (const name of ["leptos", "serde_json", "wasm-bindgen"]) {
    assert.ok(listed.some((one) => one.name === name), name);
  }
});

test("the manifest of the element is what the element is", async () => {
  const manifest = JSON.parse(await readFile(join(built, "custom-elements.json"), "utf8"));
  const [element] = manifest.modules[0].declarations;
  const { TiyaoDigest } = await import(join(built, "element-entry.js"));
  assert.deepEqual(element.attributes.map((one) => one.name).sort(), [...TiyaoDigest.observedAttributes].sort());
  const own = Object.getOwnPropertyNames(TiyaoDigest.prototype).filter((name) => !/Callback$|^constructor$/.test(name));
  assert.deepEqual(element.members.map((one) => one.name).sort(), own.sort());
});
