import { type Problem, TABLE_LABELS, tellProblem } from "@osteon/codebook";
import type { Language, Sentences } from "@osteon/words";
import { registryTables } from "../book/registry-book.ts";
import { germanProblem } from "./german/problems.ts";
import { labelOf } from "./label-of.ts";
import { PROBLEM_CODES } from "./problem-codes.ts";

/**
 * A problem as the web tells it: by its code where its words stand beside its check. Of the others the English is taken apart: fields get
 * their short names, and of a row that was typed in a form no line of a file is named.
 */
export function toldProblem(problem: Problem, language: Language): Sentences {
  if (problem.values !== undefined) return tellProblem(problem, PROBLEM_CODES, { language, tables: registryTables() });
  const { says, fix } = language === "de" ? germanProblem(problem) : byLabels(problem);
  if (TABLE_LABELS[problem.where.file ?? ""] === undefined) return { says, fix };
  return { says: withoutLine(says), fix: withoutLine(fix) };
}

const byLabels = ({ where, says, fix }: Problem): Sentences => {
  const own = labelOf(where.column ?? "", where)?.[0];
  const named = (text: string): string =>
    (own !== undefined && text.startsWith(`${where.column} `)
      ? text.replace(where.column ?? "", `“${own}”`)
      : text
    ).replace(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g, (name) => {
      const label = labelOf(name, where)?.[0];
      return label === undefined ? name : `“${label}”`;
    });
  return { says: named(says), fix: named(fix) };
};

const withoutLine = (text: string): string => text.replace(/ \((\w+ table, row|Tabelle \w+, Zeile) \d+\)/g, "");
