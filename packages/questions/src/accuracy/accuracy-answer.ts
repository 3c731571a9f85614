import type { Problem } from "@osteon/codebook";
import type { PageTable } from "@osteon/publish";
import type { Answer } from "../answer.ts";
import type { ACCURACY_LIMITS } from "../choices.ts";
import type { EffectShown } from "../comparisons/effects.ts";
import { rowsInR } from "../in-r/rows-in-r.ts";
import { Refusal } from "../refusal.ts";
import { columnNamed } from "../rows/columns.ts";
import { countsOf } from "../rows/row-weights.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { twoValues } from "../rows/two-values.ts";
import type { SharedAsked } from "../shared-asked.ts";
import { resultAnswer } from "./accuracy-of-result.ts";
import { scoresAnswer } from "./accuracy-of-scores.ts";

/** What `osteon accuracy` is asked. */
export interface AccuracyAsked extends SharedAsked {
  readonly truth: string;
  readonly result?: string;
  readonly score?: string;
  readonly cutOff?: readonly number[];
  readonly low?: true;
  readonly prevalence?: number;
  readonly limits: (typeof ACCURACY_LIMITS)[number];
  readonly level: number;
}

/** Who has what is tested for, how many a row stands for, and the R name of it. */
export interface Truth {
  readonly values: readonly (0 | 1 | null)[];
  readonly count: readonly number[] | undefined;
  readonly r: string;
}

/** What a test or a score is worth. */
export interface AccuracyPart {
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly tables: readonly PageTable[];
  readonly effects: readonly EffectShown[];
  readonly notes: readonly string[];
  readonly r: readonly string[];
}

/** `osteon accuracy`: a test, or scores, beside the truth. */
export function accuracyAnswer(
  rows: ChosenRows,
  options: AccuracyAsked,
  written: (option: string) => boolean,
  problems: Problem[],
): Answer {
  const { result, score, cutOff, low, prevalence } = options;
  if ((result === undefined) === (score === undefined))
    throw new Refusal(
      "asked",
      "Name what is judged: --result COLUMN=CODE of a test that is positive or negative, or --score COLUMN of numbers.",
    );
  const vain =
    result === undefined ? [] : [cutOff && "--cut-off", low && "--low"].filter((option) => option !== undefined);
  if (vain[0]) throw new Refusal("asked", `${vain[0]} is that of a score: name --score, or leave it out.`);
  if (score !== undefined && cutOff === undefined && (prevalence !== undefined || written("limits")))
    throw new Refusal(
      "asked",
      `--${prevalence !== undefined ? "prevalence" : "limits"} speaks of one cut-off of a score: name it with --cut-off.`,
    );
  const coded = twoValues(rows, options.truth, "--truth");
  const count = options.count === undefined ? undefined : countsOf(rows.data, options.count, problems);
  const truth: Truth = { values: coded.values, count, r: "truth" };
  const part =
    result === undefined
      ? scoresAnswer(rows.data, truth, score ?? "", options, problems)
      : resultAnswer(twoValues(rows, result, "--result"), truth, options);
  const title = `Accuracy for ${coded.column} = ${coded.code}`;
  const notes = [...coded.notes, ...part.notes, ...rows.notes];
  return {
    title,
    tables: part.tables,
    notes,
    numbers: { truth: coded.column, positive: coded.code, ...part.numbers, notes },
    r: `${[...rowsInR(rows, options.count === undefined ? undefined : columnNamed(rows.data, options.count).name), `truth <- ${coded.r}`, ...part.r].join("\n")}\n`,
  };
}
