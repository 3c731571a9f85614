import { ANALYTES, BONES, CODEBOOK, DRUGS, isOwnCode, type Problem } from "@osteon/codebook";
import type { Analysis, Levels, Where, YesNo } from "@osteon/protocol";
import type { StudyLock } from "./study-lock.ts";
import { meant, problem, refused } from "./study-problem.ts";

/** Columns that hold names of the protocol alone, or classes of drugs. */
const CLOSED = /\.(line_class|time_point)$/;

type Named = readonly [place: string, written: string];

/**
 * Codes that a study names and nobody can have: of cohorts and drugs those that the codebook does not know, and in analyses what neither the
 * codebook, the protocol nor a text in the models says but which is nearly so. Each would count nobody, without a word.
 */
export const unknownCodes = (study: StudyLock): readonly Problem[] => [...ofChildren(study), ...ofAnalyses(study)];

const codesOf = (choices: readonly { readonly code: string }[]): readonly string[] => choices.map(({ code }) => code);

function choicesOf(table: string, field: string): readonly string[] {
  const type = CODEBOOK.find(({ name }) => name === table)?.fields.find(({ name }) => name === field)?.type;
  return type?.kind === "choice" ? codesOf(type.choices) : [];
}

/** Of whom the study is: the codebook's lists are whole, but for what a registry adds to its drugs. */
function ofChildren({ protocol }: StudyLock): readonly Problem[] {
  const cohorts = Object.entries(protocol.cohorts).map(
    ([name, { cohort }]) => [`cohorts.${name}.cohort`, cohort, choicesOf("patient", "cohort")] as const,
  );
  const drugs = Object.entries(protocol.groups).flatMap(([name, { entry }]) => {
    if (typeof entry === "string") return [];
    return "drugs" in entry
      ? entry.drugs.map((drug) => [`groups.${name}.entry`, drug, codesOf(DRUGS)] as const)
      : entry.drugClasses.map(
          (drugClass) => [`groups.${name}.entry`, drugClass, choicesOf("treatment", "drug_class")] as const,
        );
  });
  return [...cohorts, ...drugs].flatMap(([place, written, known]) =>
    known.includes(written) || isOwnCode(written) ? [] : [told([place, written], known)],
  );
}

/** What analyses name: texts of a chart may be anything, so that only a word is told that is nearly one of the known. */
function ofAnalyses({ protocol, models }: StudyLock): readonly Problem[] {
  const isOpen = Object.values(protocol.needs?.own ?? {}).some((need) => need === "choice" || need === "text");
  if (isOpen) return [];
  const known = new Set([
    ...CODEBOOK.flatMap(({ fields }) => fields).flatMap(({ type }) =>
      type.kind === "choice" ? codesOf(type.choices) : [],
    ),
    ...[...ANALYTES, ...BONES, ...DRUGS].map(({ code }) => code),
    ...textsIn([protocol.groups, protocol.timePoints, protocol.rules, protocol.tables]),
    ...models.flatMap(({ sql }) => [...sql.matchAll(/'([^']*)'/g)].map(([, text = ""]) => text)),
  ]);
  const names = [...known];
  return Object.entries(protocol.analyses)
    .flatMap(([id, analysis]) =>
      namedBy(analysis).map(([place, written]): Named => [`analyses.${id}.${place}`, written]),
    )
    .filter(([, written]) => !known.has(written) && !isOwnCode(written))
    .filter(([place, written]) => CLOSED.test(place) || meant(written, names) !== undefined)
    .map((named) => told(named, names));
}

function told([place, written]: Named, known: readonly string[]): Problem {
  const same = known.find((code) => code.toLowerCase() === written.toLowerCase());
  return problem("protocol.ts", place, refused("unknown-code", { written, meant: same ?? meant(written, known) }));
}

/** Every name and every text within. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(textsIn)];
}

function namedBy(analysis: Analysis): readonly Named[] {
  const found = [...inWhere(analysis.where), ...inBy(analysis)];
  switch (analysis.kind) {
    case "breakdown":
      return [...found, ...inList("levels", analysis.levels)];
    case "share":
      return [...found, ...inYesNo("", analysis)];
    case "ranking":
      return [...found, ...inYesNo("", analysis), ["against", analysis.against]];
    case "agreement":
      return [...found, ...inYesNo("first.", analysis.first), ...inYesNo("second.", analysis.second)];
    case "diagnostic":
      return [...found, ["positive", analysis.positive]];
    default:
      return found;
  }
}

const inWhere = (where: Where): readonly Named[] =>
  Object.entries(where).flatMap(([column, value]) => inList(`where.${column}`, [value].flat()));

function inBy(analysis: Analysis): readonly Named[] {
  const by = "by" in analysis && analysis.by !== undefined ? [analysis.by].flat() : [];
  return by.flatMap(({ column, levels }: { readonly column: string; readonly levels: Levels }) =>
    typeof levels === "string" || !Array.isArray(levels) ? [] : inList(`by.${column}`, levels),
  );
}

const inYesNo = (place: string, { values, unknown }: YesNo): readonly Named[] => [
  ...inList(`${place}values`, values),
  ...inList(`${place}unknown`, unknown),
];

const inList = (place: string, values: readonly unknown[]): readonly Named[] =>
  values.flatMap((value): readonly Named[] => (typeof value === "string" ? [[place, value]] : []));
