import { type Problem, TABLE_LABELS } from "@osteon/codebook";
import { FILES } from "./problem-words/files.ts";
import { KEPT_TABLES } from "./problem-words/kept-tables.ts";
import { PAPERS } from "./problem-words/papers.ts";
import { REGISTRY } from "./problem-words/registry.ts";
import { byForm, type GermanCodes } from "./problem-words/sentence-form.ts";
import { SERVER } from "./problem-words/server.ts";
import { SHARED } from "./problem-words/several-packages.ts";
import { SIGN_IN } from "./problem-words/sign-in.ts";
import { STUDIES } from "./problem-words/studies.ts";

/** Every code that has German sentences. */
export const GERMAN_PROBLEMS: GermanCodes = {
  ...FILES,
  ...SERVER,
  ...SIGN_IN,
  ...REGISTRY,
  ...STUDIES,
  ...SHARED,
  ...KEPT_TABLES,
  ...PAPERS,
};

/** A problem in German; one of an unknown code stays in English. */
export function germanProblem(problem: Problem): { says: string; fix: string } {
  const [, table = "", key = "", rest = ""] = /^In ([a-z_]+) (.+?): (.*)$/s.exec(problem.says) ?? [];
  const named = Object.hasOwn(TABLE_LABELS, table) ? TABLE_LABELS[table] : undefined;
  if (named === undefined) return ownGerman(problem);
  // A row beside the one at hand; its own sentence speaks of other cells than those of the place.
  const told = ownGerman({ ...problem, says: rest });
  return { ...told, says: `In „${named.one[1]}“ ${key}: ${told.says}` };
}

function ownGerman({ code, where, says, fix }: Problem): { says: string; fix: string } {
  const german = Object.hasOwn(GERMAN_PROBLEMS, code) ? GERMAN_PROBLEMS[code] : undefined;
  if (german === undefined) return { says, fix };
  const { forms = [], byValue = {} } = german;
  const ofValue = Object.hasOwn(byValue, where.value ?? "") ? byValue[where.value ?? ""] : undefined;
  return {
    says: ofValue ?? byForm(forms, says, where) ?? german.says,
    fix: byForm(forms, fix, where) ?? german.fix,
  };
}
