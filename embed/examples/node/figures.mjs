// Prints the key figures of the files that are named: node figures.mjs article.txt …

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readBytes, TiyaoError } from "tiyao";

for (const path of process.argv.slice(2)) {
  try {
    const digest = await readBytes(await readFile(path), { name: basename(path), lang: "zh-Hans" });
    console.log(`${basename(path)}（${digest.source.characters} 字）`);
    for (const fact of digest.facts) {
      if (fact.kind === "figure" && fact.indicator) {
        console.log(`  ${fact.indicator}\t${fact.value}${fact.unit}\t${fact.period}`);
      }
    }
  } catch (error) {
    if (!(error instanceof TiyaoError)) {
      throw error;
    }
    console.error(`${basename(path)}：${error.message}`);
    process.exitCode = 1;
  }
}
