import type { Sentence } from "../structure/sentences.ts";
import { headOf } from "../structure/table-rows.ts";
import type { Share } from "./claim.ts";
import { PERCENT_SIGN } from "./patterns.ts";
import { printed } from "./printed-number.ts";

const COUNT_AND_PERCENT = /^(?<n>\d{1,7})\s*[([]\s*(?<p>\d{1,3}(?:\.\d+)?)\s?%?\s*[)\]]/;
const FRACTION = new RegExp(
  `^(?<n>\\d{1,7})\\s?(?:\\/|of|von)\\s?(?<N>\\d{1,7})\\s*[,([]\\s*(?<p>\\d{1,3}(?:\\.\\d+)?)\\s?(?:${PERCENT_SIGN})?\\s*(?:[)\\],;]|$)`,
  "iu",
);
/** `Oral therapy (948) N (%)`. */
const BARE_SIZE = /\((?<n>\d{2,6})\),?\s*(?:N|n|No\.|Anzahl)\s?\(%\)/;
/** Rows of events in time: the percentage beside the count is often the estimate of a survival analysis. */
const ESTIMATED =
  /survival|duration|\b[A-Z]*[DEPOFR]FS\b|\bOS\b|\bDOR\b|cumulative|Kaplan|rate at|[≥>]\s?\d+\s?(?:mo|years?|weeks?|days?|Monate|Jahre)|at \d+ (?:mo|years?|weeks?)|\d-year|\d-month|Überleben|kumulativ/i;
const SIZE = /\b[nN]\s?=\s?(?<n>\d{1,7})/;

/** Count and percentage of a row that prints them in columns of their own, `n` and `%`, as one. */
function percentApart({ passage }: Sentence, column: number): string | undefined {
  const [n = "", percent = ""] = passage.cells?.slice(column, column + 2) ?? [];
  const isCount = /^(?:n|no\.|number|count|anzahl|fälle)$/i.test(headOf(passage, column).trim());
  const isPercent = /^(?:\(?%\)?|per ?cent|prozent)$/i.test(headOf(passage, column + 1).trim());
  return isCount && isPercent && /^\d+$/.test(n) && /^\d{1,3}(?:\.\d+)?$/.test(percent)
    ? `${n} (${percent})`
    : undefined;
}

/** The number of known values in a column of its own, left of the cell. */
function knownBeside(sentence: Sentence, column: number): string | undefined {
  const left = sentence.passage.cells?.[column - 1] ?? "";
  const head = headOf(sentence.passage, column - 1).trim();
  return column > 1 && /^(?:N|n|known|valid|bekannt|available)$/.test(head) && /^\d{1,7}$/.test(left)
    ? left
    : undefined;
}

/**
 * Counts with percentages in a row: `27 (48)` where label, head or title say "n (%)", or the cell prints a percent sign.
 * The whole is the size in the label, else in the column's head, else in the table's title.
 */
export function cellShares(sentence: Sentence): readonly Share[] {
  const { cells = [], table } = sentence.passage;
  const label = cells[0] ?? "";
  return cells.slice(1).flatMap((cell, place) => {
    const head = headOf(sentence.passage, place + 1);
    const apart = percentApart(sentence, place + 1);
    const found = FRACTION.exec(cell.trim()) ?? COUNT_AND_PERCENT.exec(apart ?? cell.trim());
    if (found === null) return [];
    const { n = "", N, p = "" } = found.groups ?? {};
    const said = /\(\s?%\s?\)|%|percent|Prozent/i;
    const printsShare =
      apart !== undefined ||
      said.test(cell) ||
      said.test(head) ||
      /\(\s?%\s?\)|%\)|,\s?%/.test(label) ||
      (/\(\s?%\s?\)/.test(`${table?.caption} ${table?.heads[0]}`) &&
        !/median|mean|\bSD\b|IQR|±|mittel/i.test(`${table?.caption} ${table?.heads[0]}`));
    if (!printsShare || /±|median|range|IQR|mean|\bSD\b|mittel/i.test(`${label} ${cell}`)) return [];
    const beside = knownBeside(sentence, place + 1);
    const whole =
      N ?? beside ?? SIZE.exec(label)?.groups?.n ?? SIZE.exec(head)?.groups?.n ?? BARE_SIZE.exec(head)?.groups?.n;
    const titled = SIZE.exec(table?.caption ?? "")?.groups?.n;
    const percent = printed(p);
    // A share of nobody is none.
    if (percent === undefined || (whole !== undefined && Number(whole) === 0)) return [];
    const estimated =
      ESTIMATED.test(`${label} ${head}`) ||
      /weighted|imputed|gewichtet|imputiert/i.test(`${table?.caption} ${label} ${head}`);
    const at = Math.max(0, sentence.text.lastIndexOf(cell));
    const inherited =
      whole === undefined && titled !== undefined && Number(titled) > 0 ? { inherited: Number(titled) } : {};
    return [
      {
        kind: "share",
        sentence,
        start: at,
        end: at + cell.length,
        n: Number(n),
        ...(whole === undefined ? {} : { N: Number(whole) }),
        ...inherited,
        percent,
        vague: false,
        estimated,
        cell: { label, head, printedWhole: (N ?? beside) !== undefined },
      } satisfies Share,
    ];
  });
}
