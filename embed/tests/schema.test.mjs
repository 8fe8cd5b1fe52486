// One schema holds for what the command prints, what the package gives, and the package's types.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { compile } from "json-schema-to-typescript";
import { SEEDS, built, command, embed, inFreshFolder, module, output, seed } from "./project.mjs";

const schema = JSON.parse(await readFile(join(built, "schema/tiyao-1.json"), "utf8"));
const holds = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);

function check(digest, what) {
  const good = holds(digest);
  const faults = (holds.errors ?? []).filter((fault) => fault.keyword !== "oneOf").slice(0, 5);
  assert.ok(good, `${what}: ${JSON.stringify(faults)}`);
}

test("what the command prints and the package gives is what the schema says", async () => {
  const tiyao = await module("node.js");
  const kinds = new Set();
  for (const name of SEEDS) {
    check(JSON.parse(await command(name, "json")), `the command on ${name}`);
    const digest = await tiyao.read(await seed(name), { name });
    check(digest, `the package on ${name}`);
    digest.facts.forEach((fact) => kinds.add(fact.kind));
  }
  const page = "<!doctype html><title>x</title><p>全市破获案件1280件，抓获嫌疑人�20名。</p>";
  check(await tiyao.readBytes(new TextEncoder().encode(page), { name: "a.html" }), "a page");
  check(await tiyao.read("星火小院12个", { terms: "星火小院\tprogramme\tours" }), "own words");
  check(await tiyao.read(""), "no text");
  for (const kind of ["article", "section", "figure", "time", "programme", "document", "person", "organisation", "check"]) {
    assert.ok(kinds.has(kind), `the seeds show ${kind}`);
  }
});

test("the schema refuses what is no digest", async () => {
  const tiyao = await module("node.js");
  const digest = await tiyao.read("全市破获案件1280件。");
  for (const spoil of [
    (it) => delete it.offsets,
    (it) => (it.schema = "tiyao/2"),
    (it) => (it.facts[0].start = -1),
    (it) => (it.facts[0].kind = "rumour"),
    (it) => (it.facts[0].more = true),
    (it) => (it.more = true),
  ]) {
    const spoilt = structuredClone(digest);
    spoil(spoilt);
    assert.equal(holds(spoilt), false, String(spoil));
  }
});

// The schema's allOf becomes plain properties, so that the types made of it are closed as the hand-kept ones are.
function flattened(whole) {
  const flat = structuredClone(whole);
  const base = flat.$defs.FactBase;
  for (const one of Object.values(flat.$defs).filter((one) => one.allOf)) {
    delete one.allOf;
    delete one.unevaluatedProperties;
    one.properties = { ...base.properties, ...one.properties };
    one.required = [...base.required, ...(one.required ?? [])];
    one.additionalProperties = false;
  }
  return flat;
}

test("the types are those of the schema", async () => {
  const made = await compile(flattened(schema), "Made", { bannerComment: "", ignoreMinAndMaxItems: true });
  await inFreshFolder(async (folder) => {
    await writeFile(join(folder, "made.ts"), made.replaceAll("export interface Digest ", "export interface Made "));
    await writeFile(
      join(folder, "same.ts"),
      `import type { Made } from "./made.js";
       import type { Digest, Fact } from ${JSON.stringify(join(built, "types/digest.js"))};
       declare const made: Made, digest: Digest;
       export const one: Digest = made, other: Made = digest;
       type Keys<T> = T extends unknown ? T extends { kind: infer K } ? [K, keyof T] : never : never;
       type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
       export const keys: Same<Keys<Fact>, Keys<Made["facts"][number]>> = true;
       export const top: Same<keyof Digest, keyof Made> = true;
       export const source: Same<keyof Digest["source"], keyof Made["source"]> = true;`,
    );
    const tsc = join(embed, "node_modules/typescript/bin/tsc");
    const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext"];
    await output(process.execPath, [tsc, ...flags, join(folder, "same.ts")], { cwd: folder });
  });
});
