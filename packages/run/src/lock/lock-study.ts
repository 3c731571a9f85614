import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CNO_MODELS, CNO_OUTCOMES } from "@osteon/cno";
import type { Checked } from "@osteon/codebook";
import { type Model, modelsReached, readModels } from "@osteon/derive";
import type { Protocol } from "@osteon/protocol";
import { type Catalogue, DEFAULT_GERMAN, defaultOutline, shownTexts, usedOf } from "@osteon/publish";
import { EXIT, Stop } from "../exit-code.ts";
import type { StudyLock } from "./study-lock.ts";

const EVALUATION = fileURLToPath(new URL("./evaluate-study.ts", import.meta.url));
const MOST_BYTES = 1 << 28;

/** Evaluates the modules of a study folder, in a process of its own, together with the models that its analyses are made by; or all that is missing in them. */
export async function evaluated(folder: string): Promise<Checked<StudyLock>> {
  const words = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", EVALUATION, folder];
  const answer = await promisify(execFile)(process.execPath, words, { maxBuffer: MOST_BYTES }).catch((error) => {
    throw new Stop(EXIT.problems, `The study in ${folder} cannot be evaluated.\n${String(error.stderr).trim()}`);
  });
  const said: SaidByModules = JSON.parse(answer.stdout);
  if (said.protocol === undefined)
    throw new Stop(EXIT.problems, `${folder}/protocol.ts exports no protocol: export default defineProtocol({ ... }).`);
  const { shapeProblems } = await import("./shape-problems.ts");
  const problems = shapeProblems(said);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: lockOfModules(said, join(folder, "models")), queries: [] };
}

/** The same of a folder whose study has all its parts. */
export async function lockStudy(folder: string): Promise<StudyLock> {
  const study = await evaluated(folder);
  if (study.ok) return study.value;
  const lines = study.problems.map(({ where, says, fix }) => `${where.file}, ${where.column}: ${says}. ${fix}`);
  throw new Stop(EXIT.problems, `The study in ${folder} lacks parts.\n${lines.join("\n")}`);
}

/** The lock of what a study's modules say, with the models of its folder and those that it builds on. */
export function lockOfModules({ protocol, german, notices, ...others }: SaidByModules, models: string): StudyLock {
  const study = { protocol, models: modelsFor(protocol, models), ...others };
  return german === undefined ? study : { ...study, german: { ...ofReport(study, german), ...notices } };
}

/** What the modules of a study say; `notices` are the German of what charts say of themselves. */
export type SaidByModules = Omit<StudyLock, "models"> & { readonly notices?: Catalogue };

/** Of a catalogue what the report shows, since a study may take whole ones over. */
const ofReport = ({ protocol, report }: StudyLock, own: Catalogue): Catalogue => {
  const german = report === undefined ? { ...DEFAULT_GERMAN, ...own } : own;
  return usedOf(shownTexts(report ?? defaultOutline(protocol), protocol), german, [
    protocol.source,
    ...Object.values(protocol.analyses).map(({ title }) => title),
  ]);
};

/** The study's own models, those that all studies build on, and of the outcome definitions those that it reads. */
function modelsFor({ analyses }: Protocol, own: string): readonly Model[] {
  const models = readModels([CNO_MODELS, CNO_OUTCOMES, own]);
  const names = readModels([CNO_MODELS, own]).map(({ name }) => name);
  return modelsReached(models, [...names, ...Object.values(analyses).map(({ from }) => from)]);
}
