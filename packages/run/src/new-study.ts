import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT, Stop } from "./exit-code.ts";
import { mustBeNew } from "./folders.ts";
import { studyFolder } from "./study.ts";

/** A small study with comments that teach. */
const TEMPLATE = fileURLToPath(new URL("../study-template/", import.meta.url));

/** What belongs to one study alone: its charts, what its paper printed, its tests and its lock. */
const NOT_COPIED = new Set([
  ...["cohort", "cohort-generator", "tests", "reference", "published", "published.ts", "sensitivity.ts"],
  ...["study.lock.json", "package.json", "node_modules"],
]);

/** Ids are read by people and stand in file names. */
const ID = /^[a-z][a-z0-9-]{1,39}$/;

/** Writes a new study, which runs at once: the template, or what another study says, under the folder's name as id. */
export async function newStudy(
  folder: string,
  from?: string,
): Promise<{ readonly id: string; readonly folder: string }> {
  const id = basename(resolve(folder));
  if (!ID.test(id))
    throw new Stop(
      EXIT.usage,
      `${id} cannot be the id of a study: small letters, digits and hyphens, 2 to 40, a letter first. Name the folder so.`,
    );
  const into = mustBeNew(folder);
  const source = from === undefined ? TEMPLATE : studyFolder(from);
  await mkdir(into, { recursive: true });
  await cp(source, into, {
    recursive: true,
    filter: (path) => !NOT_COPIED.has(relative(source, path).split(sep)[0] ?? ""),
  });
  await renamed(into, id);
  return { id, folder: into };
}

/** The id stands once: in protocol.ts, or in the data of a study that was made by choosing. */
async function renamed(folder: string, id: string): Promise<void> {
  const data = join(folder, "protocol.json");
  const [file, line] = existsSync(data)
    ? ([data, `  "id": ${JSON.stringify(id)}`] as const)
    : ([join(folder, "protocol.ts"), `  id: ${JSON.stringify(id)}`] as const);
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(/^ {2}"?id"?: "[^"]*"/m, () => line),
  );
}
