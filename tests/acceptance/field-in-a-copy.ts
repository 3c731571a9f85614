import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { migratedFolder } from "../../packages/registry/tests/migrated-stores.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a program in the copy says, and its exit code. */
interface Said {
  readonly code: number;
  readonly said: string;
}

/** A copy of the repository in which a person adds a field to the visit. */
export interface FieldInACopy {
  /** The newest version of the codebook that a release has. */
  readonly released: number;
  /** Writes an entry before another of the visit's, in the place of the one that was written before. */
  enter(entry: string): void;
  /** Runs Node in the copy. */
  run(...words: readonly string[]): Promise<Said>;
  /** Runs the command of an npm script. */
  script(name: string): Promise<Said>;
  /** Lays a store of the sources of today in place, and fills it through the new field: where it was found. */
  everywhere(): Promise<Said>;
  /** A nurse answers it in the store that `everywhere` filled. */
  byNurse(): Promise<Said>;
  remove(): void;
}

/** What a person writes: one entry, with its words in both languages. */
export const ENTRY = (since: number): string =>
  `yesNo("influenza_vaccinated", "Vaccinated against influenza since the last visit?", {
      since: ${since},
      label: ["Influenza vaccine", "Grippeimpfung"],
      german: "Seit der letzten Visite gegen Grippe geimpft?",
    }),
    `;

/** An entry stands before it. */
const NEXT = 'yesNo("heat"';

/** Copies the sources; modules of others are linked. */
export function fieldInACopy(): FieldInACopy {
  const copy = mkdtempSync(join(tmpdir(), "osteon-field-"));
  const isOurs = (path: string): boolean => basename(path) !== "node_modules" && basename(path) !== "dist";
  for (const folder of ["packages", "apps/server", "apps/web", "docs", "tests", "studies/schnabel-2017/tests"])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true, filter: isOurs });
  cpSync(join(ROOT, "package.json"), join(copy, "package.json"));
  linkModules(copy);
  const visit = join(copy, "packages/codebook/src/tables/visit.ts");
  const before = readFileSync(visit, "utf8");
  if (!before.includes(NEXT)) throw new Error(`${visit} has no ${NEXT}`);
  const run = (...words: readonly string[]): Promise<Said> =>
    new Promise((resolve) => {
      const { NODE_TEST_CONTEXT: _, ...env } = process.env;
      execFile(process.execPath, words, { cwd: copy, env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), said: `${out}${err}` }),
      );
    });
  const store = join(copy, "store");
  return {
    released: JSON.parse(readFileSync(join(copy, "packages/codebook/codebook.lock.json"), "utf8")).released,
    enter: (entry) => writeFileSync(visit, before.replace(NEXT, `${entry}${NEXT}`)),
    run,
    script: (name) => {
      const { scripts } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
      return run(...scripts[name].replace(/^node /, "").split(" "));
    },
    everywhere: async () => {
      cpSync(await migratedFolder(), store, { recursive: true });
      return await run("tests/acceptance/field-everywhere.ts", store, join(copy, "frozen"));
    },
    byNurse: () => run("tests/acceptance/field-by-nurse.ts", store),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

function linkModules(copy: string): void {
  const modules = join(ROOT, "node_modules");
  mkdirSync(join(copy, "node_modules/@osteon"), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== "@osteon") symlinkSync(realpathSync(join(modules, name)), join(copy, "node_modules", name));
  for (const folder of ["packages/*", "apps/*"])
    for (const own of globSync(folder, { cwd: copy })) {
      symlinkSync(join(copy, own), join(copy, "node_modules/@osteon", basename(own)));
      const beside = join(ROOT, own, "node_modules");
      if (existsSync(beside)) symlinkSync(beside, join(copy, own, "node_modules"));
    }
}
