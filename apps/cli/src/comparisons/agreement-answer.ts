import type { Problem } from "@osteon/codebook";
import { EXIT, Stop } from "@osteon/run/exit-code";
import { columnNamed } from "../data-analysis/columns.ts";
import type { ChosenRows } from "../data-analysis/rows-where.ts";
import type { DataAnswer } from "../data-options/answer.ts";
import { rName, rVector } from "../data-options/r-words.ts";
import { rowsInR } from "../data-options/rows-in-r.ts";
import { categoryAgreement } from "./agreement-of-categories.ts";
import { numberAgreement } from "./agreement-of-numbers.ts";
import { type AgreementOptions, type Ratings, ratingsOf } from "./ratings.ts";

/** `osteon agreement`: how far raters, or methods, agree; on categories by kappa, on numbers by intraclass correlation. */
export function agreementAnswer(
  rows: ChosenRows,
  options: AgreementOptions,
  _written: (option: string) => boolean,
  problems: Problem[],
): DataAnswer {
  const { data } = rows;
  const ratings = ratingsOf(data, options, problems);
  const categorical = ratings.texts !== undefined;
  if (categorical && options.form !== undefined)
    throw new Stop(EXIT.usage, "--form is that of an intraclass correlation, and the ratings are categories.");
  if (!categorical && options.weighting !== undefined)
    throw new Stop(
      EXIT.usage,
      "--weighting is that of kappa, and the ratings are numbers (--factor makes them categories).",
    );
  const part = categorical ? categoryAgreement(ratings, options) : numberAgreement(ratings, options);
  const title = `Agreement of ${ratings.raters.join(", ")}`;
  return {
    name: "agreement",
    title,
    tables: part.tables,
    notes: [...part.notes, ...rows.notes],
    json: { raters: ratings.raters, ...part.json, notes: [...part.notes, ...rows.notes] },
    r: `${[...rowsInR(rows, options.count === undefined ? undefined : columnNamed(data, options.count).name), ...matrixInR(ratings, options), ...part.r].join("\n")}\n`,
  };
}

/** Subjects in rows, raters in columns. */
function matrixInR(
  { raters, texts, categories }: Ratings,
  { value, subject, rater }: AgreementOptions,
): readonly string[] {
  const matrix =
    value === undefined
      ? `m <- d[, ${rVector(raters)}]`
      : `m <- as.data.frame.matrix(tapply(d$${rName(value)}, list(d$${rName(subject ?? "")}, d$${rName(rater ?? "")}), function(x) as.character(x[1])))`;
  const kind = texts === undefined ? "as.numeric" : `factor, levels = ${rVector(categories)}`;
  return [matrix, `m[] <- lapply(m, ${kind})`];
}
