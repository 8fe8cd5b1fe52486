// The examples are built and run; the browser's tests open what is built here.

import assert from "node:assert/strict";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { build } from "vite";
import { built, embed, output, seedPath } from "./project.mjs";

const examples = join(embed, "examples");
const shown = join(dirname(built), "examples");

for (const name of ["react", "vue", "svelte"]) {
  test(`the ${name} page is built by Vite with the wasm once`, async () => {
    const root = join(examples, name);
    const outDir = join(shown, name);
    // The configuration lies beside the page, as with `npm run build`.
    await build({ root, configFile: join(root, "vite.config.js"), logLevel: "error", build: { outDir, emptyOutDir: true } });
    const files = await readdir(outDir, { recursive: true });
    assert.equal(files.filter((file) => file.endsWith(".wasm")).length, 1, files.join(" "));
  });
}

test("the intranet page needs no build", async () => {
  const to = join(shown, "intranet");
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, "tiyao"), { recursive: true });
  for (const file of ["index.html", "portal.css"]) {
    await cp(join(examples, "intranet", file), join(to, file));
  }
  for (const file of ["tiyao-element.js", "tiyao.wasm"]) {
    await cp(join(built, file), join(to, "tiyao", file));
  }
});

test("the script prints figures, and names what it cannot read", async () => {
  const script = join(examples, "node/figures.mjs");
  const printed = await output(process.execPath, [script, seedPath("suizhou-2023")], { cwd: join(examples, "node") });
  assert.match(printed, /^suizhou-2023\.txt（\d+ 字）\n {2}\S+\t/);
  await assert.rejects(output(process.execPath, [script, script.replace("figures.mjs", "package-lock.none")]));
});
