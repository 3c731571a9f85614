import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const HERE = import.meta.dirname;
const REPOSITORY = join(HERE, "../../..");
const PAGE = join(REPOSITORY, "docs/how-to/read-from-python-or-r.md");
const REQUIREMENTS = join(HERE, "requirements.txt");
/** Laid once, since it is fetched from a registry of packages. */
const KEPT = join(REPOSITORY, "node_modules/.cache/osteon-python-client");

/** What stands in the way of a client in Python, in one sentence; nothing where all is there. */
export function whatPythonLacks(): string | undefined {
  const version = spawnSync("python3", ["-c", "import sys, venv, ensurepip; print(sys.version_info >= (3, 10))"], {
    encoding: "utf8",
  });
  if (version.error !== undefined) return "Python is not installed: no client was made in it.";
  if (version.status !== 0) return "Python has no venv and pip (Debian: python3-venv): no client was made in it.";
  return version.stdout.trim() === "True" ? undefined : "Python is older than 3.10: no client was made in it.";
}

/** The Python that has the generator, beside which it lies; why not, where it cannot be had. */
export async function pythonWithGenerator(): Promise<{ readonly bin: string } | { readonly lacks: string }> {
  const lacks = whatPythonLacks();
  if (lacks !== undefined) return { lacks };
  const wanted = readFileSync(REQUIREMENTS, "utf8");
  const done = join(KEPT, "requirements.txt");
  const bin = join(KEPT, "bin");
  if (existsSync(done) && readFileSync(done, "utf8") === wanted) return { bin };
  rmSync(KEPT, { recursive: true, force: true });
  try {
    await run("python3", ["-m", "venv", KEPT]);
    await run(join(bin, "pip"), ["install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]);
  } catch {
    return { lacks: "pip cannot fetch openapi-python-client: no client was made." };
  }
  writeFileSync(done, wanted);
  return { bin };
}

const run = promisify(execFile);

/** Makes a client of an OpenAPI document below a folder, and answers what the generator said of the document. */
export async function generateClient(bin: string, document: string, folder: string): Promise<string> {
  const path = join(folder, "openapi.json");
  writeFileSync(path, document);
  const { stdout, stderr } = await run(
    join(bin, "openapi-python-client"),
    ["generate", "--path", path, "--output-path", join(folder, "osteon_registry"), "--meta", "none"].concat(
      "--config",
      join(HERE, "generator.yml"),
    ),
  );
  return `${stdout}${stderr}`;
}

/** The programs of the how-to page, in one language, in the order of the page. */
export const programsOf = (language: "python" | "r"): readonly string[] =>
  [...readFileSync(PAGE, "utf8").matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, text = ""]) => text,
  );

/** Runs a program that reads its address and its token from the environment, and answers what it printed. */
export async function printedBy(
  command: string,
  program: string,
  where: { readonly folder: string; readonly address: string; readonly token: string },
): Promise<string> {
  const { folder: cwd, address: OSTEON_ADDRESS, token: OSTEON_TOKEN } = where;
  const words = command.endsWith("Rscript") ? ["-e", program] : ["-c", program];
  const env = { ...process.env, OSTEON_ADDRESS, OSTEON_TOKEN };
  return (await run(command, words, { cwd, env })).stdout;
}
