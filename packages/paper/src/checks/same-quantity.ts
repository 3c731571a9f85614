import { likeness } from "../claims/label-words.ts";
import { type Measure, measures } from "../claims/measures.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { halfStep, shownNumber } from "../claims/printed-number.ts";
import type { Draft, FindingClass } from "../findings/finding.ts";
import { cohortSize } from "./inherited-denominator.ts";
import { fits } from "./share-attainability.ts";

/** Every row is held against every sentence: no paper has as many of either. */
const MOST = 2_000;

/**
 * The same label with another value in another place: a row of a table against a sentence, the abstract against the body.
 * Labels must agree in (nearly) all the words that carry them; a place that also prints the other value is left alone.
 */
export function sameQuantity(paper: PaperClaims): readonly Draft[] {
  const all = measures(paper);
  const cohort = cohortSize(paper);
  const rows = all.filter(({ inTable }) => inTable).slice(0, MOST);
  const told = all.filter(({ inTable }) => !inTable).slice(0, MOST);
  const found: Draft[] = [];
  const said = new Set<string>();
  const add = (a: Measure, b: Measure, certainty: FindingClass, rival?: Measure) => {
    const name = [a, b]
      .map(({ value, claim }) => `${shownNumber(value)}@${claim.sentence.index}`)
      .sort()
      .join("|");
    if (said.has(name)) return;
    said.add(name);
    found.push(contradiction(a, b, certainty, rival));
  };
  for (const sentence of told) {
    const near = rows
      .filter((row) => comparable(row, sentence, cohort))
      .map((row) => ({ row, like: likeness(row.words, sentence.words) }))
      .sort((a, b) => b.like - a.like);
    const [best, second] = near;
    if (best === undefined || best.like < (sentence.cites === undefined ? 0.99 : 0.6) || best.like === second?.like)
      continue;
    if (agree(best.row, sentence) || repeats(told, sentence, best.row)) continue;
    if (sentence.words.size < 2 && sentence.statistic !== "percent" && sentence.cites === undefined) continue;
    if (sentence.statistic === "percent" && sentence.n === undefined && sentence.words.size < 2) continue;
    const rival =
      sentence.statistic === "percent"
        ? undefined
        : rows.find(
            (row) => row.statistic === sentence.statistic && agree(row, sentence) && comparable(row, sentence, cohort),
          );
    add(sentence, best.row, sentence.cites !== undefined && rival !== undefined ? "inconsistent" : "query", rival);
  }
  const abstract = told.filter(({ part }) => part === "abstract");
  const body = told.filter(({ part }) => part === "results" || part === "discussion" || part === "methods");
  for (const early of abstract) {
    const alike = body.flatMap((late) => {
      const like = likenessTold(early, late);
      return like >= 0.6 && early.statistic === late.statistic && sameTime(early, late) && sameWhole(early, late)
        ? [{ late, like }]
        : [];
    });
    const [first] = alike;
    if (first === undefined || alike.some(({ late }) => agree(early, late) || repeats(told, late, early))) continue;
    // Several values under one label are those of several groups.
    if (alike.some(({ late }) => !agree(first.late, late)) || repeats(told, early, first.late)) continue;
    const { late, like } = first;
    add(
      early,
      late,
      early.words.size > 1 && like > 0.6 && (early.months !== undefined || like === 1) ? "inconsistent" : "query",
    );
  }
  return found;
}

/** Likeness of two labels in the text; the topic above the one may complete it. At least two words must be common. */
function likenessTold(early: Measure, late: Measure): number {
  const topic = [...late.topic].filter((word) => early.words.has(word));
  const words = new Set([...late.words, ...topic]);
  const like = likeness(early.words, words);
  // One word alone must be the whole label of both, and of one unit.
  const common = [...early.words].filter((word) => words.has(word)).length;
  const alone = like === 1 && early.words.size === 1 && early.unit === late.unit && !late.inTable;
  return common >= 2 || alone ? like : 0;
}

function comparable(row: Measure, told: Measure, cohort: number | undefined): boolean {
  if (row.statistic !== told.statistic) return false;
  if (told.statistic !== "percent") return row.unit === told.unit || row.unit === "" || told.unit === "";
  if (told.months !== undefined) return false;
  if (told.N !== undefined && row.N !== undefined) return told.N === row.N;
  // A percentage of a part of the patients is another quantity.
  return told.n === undefined || cohort === undefined || fits(told.n, cohort, told.value);
}

const sameTime = (a: Measure, b: Measure): boolean =>
  a.months === b.months || (a.months !== undefined && b.months !== undefined && Math.abs(a.months - b.months) < 0.1);

/** Whether two shares can be of one whole: where one does not print it, its count must fit the other's. */
function sameWhole(a: Measure, b: Measure): boolean {
  if (a.N !== undefined && b.N !== undefined) return a.N === b.N;
  const holds = (whole: number | undefined, { n, value }: Measure) =>
    whole === undefined || n === undefined || fits(n, whole, value);
  return holds(a.N, b) && holds(b.N, a);
}

/** Equal to the coarser of the two precisions. */
function agree(a: Measure, b: Measure): boolean {
  return Math.abs(a.value.value - b.value.value) <= Math.max(halfStep(a.value), halfStep(b.value)) * 2 * 0.999;
}

/** Whether the sentence of one prints the other's value too: then it speaks of several things. */
const repeats = (all: readonly Measure[], here: Measure, other: Measure): boolean =>
  all.some(
    (one) => one.claim.sentence === here.claim.sentence && one.statistic === other.statistic && agree(one, other),
  );

function contradiction(a: Measure, b: Measure, certainty: FindingClass, rival: Measure | undefined): Draft {
  const shown = ({ value, statistic, n }: Measure) =>
    statistic === "percent"
      ? `${n === undefined ? "" : `${n} (`}${shownNumber(value)} %${n === undefined ? "" : ")"}`
      : `${statistic} ${shownNumber(value)}`;
  const label = b.claim.sentence.passage.cells?.[0];
  const where = ({ claim }: Measure) =>
    claim.sentence.passage.table?.label ?? `the section ${claim.sentence.passage.section || "above"}`;
  const rivalLabel = rival?.claim.sentence.passage.cells?.[0];
  return {
    class: certainty,
    kind: "same-quantity",
    says: `${shown(a)} here, ${shown(b)} in ${where(b)}, for what ${label === undefined ? "the same words name" : `is labelled alike (${label})`}.`,
    at: rival === undefined ? [a.claim, b.claim] : [a.claim, b.claim, rival.claim],
    recomputed: shown(b),
    consistentValues: [shown(b), shown(a)],
    cause:
      rivalLabel === undefined
        ? "Is the one of an older data set, or of another time or definition?"
        : `${shownNumber(a.value)} stands beside "${rivalLabel}": was the wrong row copied?`,
  };
}
