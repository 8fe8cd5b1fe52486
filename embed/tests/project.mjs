// Where things lie in the project, and how its programs are run.

import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export const top = fileURLToPath(new URL("../..", import.meta.url));
export const embed = join(top, "embed");
export const built = process.env.TIYAO_DIST ? join(process.env.TIYAO_DIST, "npm") : join(top, "dist/npm");
export const SEEDS = ["rongchang-2016", "zhoukou-2017", "suizhou-2023", "chongqing-2022", "huaian-2017"];

await access(join(built, "package.json")).catch(() => {
  throw new Error(`${built} is missing: run ./run.sh --build first`);
});

export const seedPath = (name) => join(top, "seeds", `${name}.txt`);
export const seed = (name) => readFile(seedPath(name), "utf8");

// A module of the built package.
export const module = (name) => import(pathToFileURL(join(built, name)).href);

// What a program prints; its complaints become the error's message.
export async function output(program, args, options = {}) {
  try {
    const { stdout } = await run(program, args, { maxBuffer: 1 << 28, cwd: top, ...options });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

// What the command prints for a file of that name in the folder of the seeds.
export function command(name, format, ...more) {
  const args = ["run", "--quiet", "-p", "tiyao-cli", "--bin", "tiyao", "--manifest-path", join(top, "Cargo.toml"), "--"];
  return output("cargo", [...args, "--format", format, ...more, `${name}.txt`], { cwd: join(top, "seeds") });
}

// Runs `body` with a fresh folder outside of the project.
export async function inFreshFolder(body) {
  const folder = await mkdtemp(join(tmpdir(), "tiyao-package-"));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
