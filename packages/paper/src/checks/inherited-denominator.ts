import { isCited } from "../claims/cited.ts";
import type { Share } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { headOf } from "../structure/table-rows.ts";
import { rounded, wholesThatPrint } from "./rounding.ts";
import { printedWholes } from "./share-arithmetic.ts";
import { fits } from "./share-attainability.ts";

type Counted = Share & { readonly n: number; readonly percent: PrintedNumber };

const isCounted = (share: Share): share is Counted =>
  share.n !== undefined && share.percent !== undefined && !share.vague && !share.estimated && !isCited(share.sentence);

/**
 * Counts with percentages whose whole stands elsewhere: in the head of the column, in the title of the table, earlier in
 * the text. Missing values make smaller wholes, so that this is never more than inconsistent, and only where the
 * neighbours keep to the whole.
 */
export function inheritedDenominator(paper: PaperClaims): readonly Draft[] {
  return [...inTables(paper), ...inText(paper)];
}

function inTables({ shares, passages, wholes }: PaperClaims): readonly Draft[] {
  const columns = new Map<string, { readonly N: number; readonly shares: Counted[] }>();
  for (const share of shares) {
    if (share.cell === undefined || share.cell.printedWhole || !isCounted(share)) continue;
    if (/\bn\s?=\s?\d/i.test(share.cell.label)) continue;
    const N = share.N ?? share.inherited;
    if (N === undefined) continue;
    const { table } = share.sentence.passage;
    const name = `${table?.label}|${table?.caption}|${share.cell.head}|${N}`;
    const column = columns.get(name) ?? { N, shares: [] };
    column.shares.push(share);
    columns.set(name, column);
  }
  const noted = (label: string | undefined): boolean =>
    passages.some(
      ({ table, text, kind }) =>
        table?.label === label &&
        kind !== "row" &&
        /missing|available|known|not all|fehlend|bekannt|verfügbar|of those|tested|getestet/i.test(text),
    );
  return [...columns.values()].flatMap(({ N, shares: all }) => {
    // Counts above the whole are of events, and not of patients.
    const wrong = all.filter(
      ({ n, percent }) => n <= N && !fits(n, N, percent) && wholesThatPrint(n, percent, 1).length > 0,
    );
    if (wrong.length === 0 || wrong.length > Math.max(1, all.length * 0.25)) return [];
    // Two or more of one smaller whole are of those in whom it is known.
    const [one, ...more] = wrong.map((share) => wholesThatPrint(share.n, share.percent).filter((whole) => whole < N));
    if (more.length > 0 && one?.some((whole) => more.every((wholes) => wholes.includes(whole)))) return [];
    return wrong.flatMap((share): readonly Draft[] => {
      // The mark of a footnote tells of how many it is.
      if (NOTED.test(`${share.sentence.text.slice(share.start, share.end)} `)) return [];
      const beside = knownInRow(share);
      if (beside !== undefined && fits(share.n, beside, share.percent)) return [];
      const others = wholesThatPrint(share.n, share.percent);
      const smaller = others.filter((whole) => whole < N);
      const known = wholes.filter(({ sentence }) => sentence.passage.kind !== "row" && KNOWN.test(sentence.text));
      if (known.some(({ n }) => smaller.includes(n))) return [];
      // A few missing values are the rule in charts; only a whole that is far off, or larger, speaks of a slip.
      const fewMissing = smaller.some((whole) => whole >= 0.9 * N);
      const sure = all.length - wrong.length >= 3 && !noted(share.sentence.passage.table?.label) && !fewMissing;
      return [mismatch(share, N, sure ? "inconsistent" : "query", smaller)];
    });
  });
}

/** No paragraph is longer; each of its shares looks at all that stands before it. */
const LONGEST = 20_000;

const NOTED = /\)\s?\^?[a-z*†‡§¶#]{1,2}\s/;

/** A sentence that says of how many a value is known. */
const KNOWN =
  /available|tested|known|examined|performed|obtained|measured|done in|missing|recorded|verfügbar|untersucht|getestet|bekannt|durchgeführt|vorlag|fehl/i;

/** The number of known values that a row prints in a column of its own. */
function knownInRow({ sentence }: Share): number | undefined {
  const { cells = [] } = sentence.passage;
  const column = cells.findIndex((_, place) =>
    /^(known|n|N|valid|bekannt|available)$/i.test(headOf(sentence.passage, place).trim()),
  );
  const value = column < 0 ? Number.NaN : Number(cells[column]);
  return Number.isInteger(value) ? value : undefined;
}

function inText(paper: PaperClaims): readonly Draft[] {
  const open = paper.shares.filter(
    (share): share is Counted =>
      isCounted(share) &&
      share.N === undefined &&
      share.cell === undefined &&
      share.sentence.passage.text.length < LONGEST,
  );
  const sizes = printedWholes(paper);
  const cohort = cohortSize(paper);
  const judged = open.map((share) => {
    const here = sizesBefore(paper, share);
    const whole = here.find((N) => N >= share.n) ?? cohort;
    // More than all patients: events, lesions, visits.
    const explained =
      whole === undefined ||
      whole < share.n ||
      [...here, ...(cohort === undefined ? [] : [cohort]), ...sizes, ...integersOf(share)].some(
        (N) => N >= share.n && fits(share.n, N, share.percent),
      );
    return { share, whole, explained };
  });
  const wrong = judged.filter(({ explained }) => !explained);
  // Several in one sentence share a whole that the paper does not print, such as those seen at a visit.
  const alone = wrong.filter(
    ({ share }) => wrong.filter((other) => other.share.sentence === share.sentence).length === 1,
  );
  if (judged.length < 3 || wrong.length > judged.length * 0.34) return [];
  return alone.flatMap(({ share, whole }) => {
    if (whole === undefined || !isSlip(share, whole)) return [];
    const smaller = wholesThatPrint(share.n, share.percent).filter((N) => N < whole);
    return wholesThatPrint(share.n, share.percent, 1).length === 0 ? [] : [mismatch(share, whole, "query", smaller)];
  });
}

/**
 * Whether the percentage is near the one of the whole, or one digit of at least three away from it. What is farther off is
 * of another whole, which the paper may well leave to its reader.
 */
function isSlip({ n, percent }: Counted, whole: number): boolean {
  const right = rounded(n, whole, percent.decimals, "half-up");
  const far = Math.abs(right - percent.value);
  if (far > 0.15 * percent.value) return false;
  if (far <= 1) return true;
  const [a, b] = [shownNumber({ ...percent, value: right }), shownNumber(percent)];
  const digits = [...a].filter((digit, place) => digit !== b[place]).length;
  return a.length === b.length && b.replace(".", "").length >= 3 && digits === 1;
}

/** Every whole number of the paragraph: `a total of 385 lesions` may be what a percentage is of. */
const integersOf = ({ sentence }: Share): readonly number[] =>
  (sentence.passage.text.match(/(?<![\d.,])\d{1,6}(?![\d]|\.\d)/g) ?? []).map(Number);

/** Sizes printed before a share, the nearest first: in its sentence, then in its paragraph. */
function sizesBefore({ wholes, shares }: PaperClaims, share: Share): readonly number[] {
  const near = [
    ...wholes.map(({ sentence, start, n }) => ({ sentence, start, n })),
    ...shares.flatMap(({ sentence, start, N }) => (N === undefined ? [] : [{ sentence, start, n: N }])),
  ].filter(
    ({ sentence, start }) =>
      sentence.passage === share.sentence.passage &&
      (sentence.index < share.sentence.index || (sentence === share.sentence && start < share.start)),
  );
  return near.sort((a, b) => b.sentence.index - a.sentence.index || b.start - a.start).map(({ n }) => n);
}

/** The size that most complete shares of the paper are of, or that a title or a sentence on inclusion prints. */
export function cohortSize({ shares, wholes }: PaperClaims): number | undefined {
  const votes = new Map<number, number>();
  const vote = (n: number, weight: number) => votes.set(n, (votes.get(n) ?? 0) + weight);
  for (const { N, inherited } of shares) {
    if (N !== undefined) vote(N, 1);
    if (inherited !== undefined) vote(inherited, 1);
  }
  for (const { n, verb, sentence } of wholes) {
    if (/includ|enrol|analy|studied|eingeschl|untersucht|ausgewert/.test(verb) && !isCited(sentence)) vote(n, 3);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 3 ? best[0] : undefined;
}

function mismatch(share: Counted, N: number, certainty: "inconsistent" | "query", smaller: readonly number[]): Draft {
  const { n, percent } = share;
  const right = shownNumber({ value: rounded(n, N, percent.decimals, "half-up"), decimals: percent.decimals });
  const asPrinted = `${n} (${shownNumber(percent)} %)`;
  const last = smaller.at(-1);
  const others =
    smaller.length === 0
      ? "no smaller whole"
      : smaller.length === 1
        ? `a whole of ${smaller[0]}`
        : `a whole of ${smaller[0]} to ${last}`;
  return {
    class: certainty,
    kind: "denominator",
    says: `${asPrinted}: of ${N} it is ${right} %; ${shownNumber(percent)} % needs ${others}.`,
    at: [share],
    recomputed: `${n}/${N} = ${right} %`,
    consistentValues: [
      `${n} (${right} %) of ${N}`,
      ...(last === undefined ? [] : [`${n}/${last} (${shownNumber(percent)} %)`]),
    ],
    cause:
      last === undefined
        ? "Is count or percentage of an older data set?"
        : N - last === 1
          ? `Is one of the ${N} missing here?`
          : `Are ${N - last} of the ${N} missing here?`,
  };
}
