import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Model, modelsReached } from "@osteon/derive";
import type { SensitivityPlan } from "@osteon/estimate";
import { type Freeze, hashOfCharts } from "@osteon/freeze";
import { defaultOutline, type Outline } from "@osteon/publish";
import { EXIT, Stop } from "./exit-code.ts";
import { isOlderLock, LOCK_FILE, readLock, type StudyLock } from "./lock/study-lock.ts";

/** A study folder as its lock has it: its protocol and models and, where a paper exists, what it printed. */
export interface Study extends StudyLock {
  readonly directory: string;
  /** Where the study keeps its own charts. */
  readonly cohort: string;
}

/** What results are made by. */
export type Evaluated = Pick<Study, "protocol" | "models">;

/** The report of a study: its own, or every analysis once. */
export const outlineOf = ({ report, protocol }: Pick<Study, "report" | "protocol">): Outline =>
  report ?? defaultOutline(protocol);

/** The models that a protocol's analyses reach: the others are not run. */
export const modelsOf = ({ protocol, models }: Evaluated): readonly Model[] =>
  modelsReached(
    models,
    Object.values(protocol.analyses).map(({ from }) => from),
  );

/** The folder of the studies that come with Osteon. */
export const STUDIES = fileURLToPath(new URL("../../../studies/", import.meta.url));

/** The studies that come with Osteon, by id. */
export function studyIds(): readonly string[] {
  return readdirSync(STUDIES).filter((name) => existsSync(join(STUDIES, name, LOCK_FILE)));
}

/** The folder of a study: named, or by its id among the studies that come with Osteon. */
export function studyFolder(nameOrFolder: string): string {
  const directory = [resolve(nameOrFolder), join(STUDIES, nameOrFolder)].find((folder) =>
    ["protocol.ts", LOCK_FILE].some((file) => existsSync(join(folder, file))),
  );
  if (directory !== undefined) return directory;
  throw new Stop(
    EXIT.notFound,
    `${nameOrFolder}: no study there. Name a folder that holds protocol.ts, or one of ${studyIds().join(", ")}.`,
  );
}

/** Reads a study by its folder or its id: its lock, and nothing else of it. */
export async function readStudy(nameOrFolder: string): Promise<Study> {
  const directory = studyFolder(nameOrFolder);
  const file = join(directory, LOCK_FILE);
  if (!existsSync(file))
    throw new Stop(EXIT.notFound, `${directory} is not locked. Run "osteon study lock ${nameOrFolder}" first.`);
  return { ...readLock(file), directory, cohort: join(directory, "cohort") };
}

/** A run that cannot be asked: it kept no lock, or one in the words of an Osteon before this. */
export class OlderRun extends Stop {
  constructor(run: string) {
    super(
      EXIT.problems,
      `${run} was made by an Osteon before this one: what its numbers were made by is not told. Run the study again.`,
    );
  }
}

/** The study as it was when a run was made. Today's would tell other children than those behind its numbers, so it is never asked. */
export function studyOfRun(run: string): Study {
  const file = join(run, LOCK_FILE);
  if (!existsSync(file) || isOlderLock(file)) throw new OlderRun(run);
  return { ...readLock(file), directory: run, cohort: join(run, "cohort") };
}

/** The lock alone of a study that was read from somewhere. */
export const lockOf = ({ directory: _, cohort: __, ...lock }: StudyLock & Partial<Study>): StudyLock => lock;

/** The open assumptions of a study and the other ways to decide them; what the paper printed, for charts that it is about. */
export function sensitivityPlan(
  { directory, sensitivity, ownCharts }: Study,
  frozen: Pick<Freeze, "tables">,
): SensitivityPlan {
  if (sensitivity === undefined)
    throw new Stop(EXIT.notFound, `${directory} has no sensitivity.ts: it names no assumptions to vary.`);
  if (hashOfCharts(frozen) === ownCharts) return sensitivity;
  return { ...sensitivity, headlines: sensitivity.headlines.map(({ published: _, ...headline }) => headline) };
}
