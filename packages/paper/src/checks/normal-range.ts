import { labelWords } from "../claims/label-words.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { pattern } from "../claims/patterns.ts";
import type { Draft } from "../findings/finding.ts";

const RANGE = "(?<low>\\d+(?:\\.\\d+)?)\\s?%?\\s?[–-]\\s?(?<high>\\d+(?:\\.\\d+)?)\\s?%?";
const IN_LABEL = new RegExp(`^(?<what>\\p{L}[\\p{L} -]+),\\s*${RANGE}`, "u");
const IN_TEXT = pattern(
  `(?<!\\p{L})(?<what>\\p{L}{5,30})\\s*\\([^()]{0,30}?(?:normal range|reference range|normal|Normbereich|Norm)\\s*:?\\s*${RANGE}`,
);

/** Limits of normal of one laboratory value, printed in a row's label and in the text. */
export function normalRange({ sentences }: PaperClaims): readonly Draft[] {
  const rows = sentences.flatMap((sentence) => {
    const found = IN_LABEL.exec(sentence.passage.cells?.[0] ?? "");
    return found === null ? [] : [{ sentence, start: 0, end: found[0].length, ...limits(found) }];
  });
  if (rows.length === 0) return [];
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(IN_TEXT)].flatMap((found): readonly Draft[] => {
      const told = limits(found);
      const row = rows.find(({ stems }) =>
        stems.some((stem) => told.stems.some((other) => stem.slice(0, 6) === other.slice(0, 6))),
      );
      if (row === undefined || (row.low === told.low && row.high === told.high)) return [];
      const at = { sentence, start: found.index, end: found.index + found[0].length };
      return [
        {
          class: "inconsistent",
          kind: "normal-range",
          says: `The normal range is ${told.low} to ${told.high} here and ${row.low} to ${row.high} in ${row.sentence.passage.table?.label ?? "the table"}.`,
          at: [at, row],
          recomputed: "",
          consistentValues: [`${row.low} to ${row.high}`, `${told.low} to ${told.high}`],
          cause: "",
        },
      ];
    }),
  );
}

const limits = ({ groups = {} }: RegExpExecArray) => ({
  low: Number(groups.low),
  high: Number(groups.high),
  stems: [...labelWords(groups.what ?? "")],
});
