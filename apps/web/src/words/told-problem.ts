import { type Problem, TABLE_LABELS } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { germanProblem } from "./german/problems.ts";
import { labelOf } from "./label-of.ts";

/** The sentences of a problem. */
export interface ToldProblem {
  readonly says: string;
  readonly fix: string;
}

/**
 * A problem as the web tells it: fields by their short names, not by their columns. Of a row that was typed in a form no line of a
 * file is named: there is none.
 */
export function toldProblem(problem: Problem, language: Language): ToldProblem {
  const { says, fix } = language === "de" ? germanProblem(problem) : byLabels(problem);
  if (TABLE_LABELS[problem.where.file ?? ""] === undefined) return { says, fix };
  return { says: withoutLine(says), fix: withoutLine(fix) };
}

const byLabels = ({ where, says, fix }: Problem): ToldProblem => {
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
