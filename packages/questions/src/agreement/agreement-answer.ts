import type { Problem } from "@osteon/codebook";
import type { Answer } from "../answer.ts";
import { rName, rVector } from "../in-r/r-words.ts";
import { rowsInR } from "../in-r/rows-in-r.ts";
import { Refusal } from "../refusal.ts";
import { columnNamed } from "../rows/columns.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { categoryAgreement } from "./agreement-of-categories.ts";
import { numberAgreement } from "./agreement-of-numbers.ts";
import { type AgreementAsked, type Ratings, ratingsOf } from "./ratings.ts";

/** `osteon agreement`: how far raters, or methods, agree; on categories by kappa, on numbers by intraclass correlation. */
export function agreementAnswer(
  rows: ChosenRows,
  options: AgreementAsked,
  _written: (option: string) => boolean,
  problems: Problem[],
): Answer {
  const { data } = rows;
  const ratings = ratingsOf(data, options, problems);
  const categorical = ratings.texts !== undefined;
  if (categorical && options.form !== undefined)
    throw new Refusal("asked", "--form is that of an intraclass correlation, and the ratings are categories.");
  if (!categorical && options.weighting !== undefined)
    throw new Refusal(
      "asked",
      "--weighting is that of kappa, and the ratings are numbers (--factor makes them categories).",
    );
  const part = categorical ? categoryAgreement(ratings, options) : numberAgreement(ratings, options);
  const title = `Agreement of ${ratings.raters.join(", ")}`;
  return {
    title,
    tables: part.tables,
    notes: [...part.notes, ...rows.notes],
    numbers: { raters: ratings.raters, ...part.numbers, notes: [...part.notes, ...rows.notes] },
    r: `${[...rowsInR(rows, options.count === undefined ? undefined : columnNamed(data, options.count).name), ...matrixInR(ratings, options), ...part.r].join("\n")}\n`,
  };
}

/** Subjects in rows, raters in columns. */
function matrixInR(
  { raters, texts, categories }: Ratings,
  { value, subject, rater }: AgreementAsked,
): readonly string[] {
  const matrix =
    value === undefined
      ? `m <- d[, ${rVector(raters)}]`
      : `m <- as.data.frame.matrix(tapply(d$${rName(value)}, list(d$${rName(subject ?? "")}, d$${rName(rater ?? "")}), function(x) as.character(x[1])))`;
  const kind = texts === undefined ? "as.numeric" : `factor, levels = ${rVector(categories)}`;
  return [matrix, `m[] <- lapply(m, ${kind})`];
}
