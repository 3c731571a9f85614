import { DAYS_PER_MONTH } from "@osteon/codebook";
import type { Spread } from "../claims/claim.ts";
import { labelWords, likeness } from "../claims/label-words.ts";
import { type Measure, measures } from "../claims/measures.ts";
import { paperClaims } from "../claims/paper-claims.ts";
import { type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import { lineOf } from "../findings/finding.ts";
import type { ReadText } from "../reading/read-text.ts";
import type { BindingSources, BoundNumber } from "./bind-numbers.ts";
import { precisionOf, type ResultRow } from "./results-rows.ts";

type Found = Pick<BoundNumber, "status" | "result" | "expected">;

interface Labelled {
  readonly line: number;
  readonly text: string;
  readonly found: Found;
}

/**
 * Numbers of shares and spreads whose label names one analysis: count, whole and percentage; centre, spread and bounds.
 * The label chooses the analysis, never the value: a wrong number must not find itself another row.
 */
export function bindByLabel(
  read: ReadText,
  { results, titles, older }: BindingSources,
): (line: number, text: string) => Found | undefined {
  const groups = Map.groupBy(
    results.results.filter(({ group }) => group === "all"),
    ({ analysis }) => analysis,
  );
  const labels = [...groups].map(([analysis, rows]) => ({
    rows,
    names: [titles[analysis] ?? "", analysis.replaceAll("-", " ")].map((name) => labelWords(name)),
  }));
  const olderRows = older.map((file) => new Map(file.results.results.map((row) => [row.id, row])));
  const labelled = measures(paperClaims(read)).flatMap((measure): readonly Labelled[] => {
    const rows = analysisOf(measure, labels);
    if (rows === undefined || measure.months !== undefined) return [];
    return statisticsOf(measure).flatMap(([statistic, number]) => {
      const row = rows.find((one) => one.statistic === statistic);
      if (row?.value == null) return [];
      const line = lineOf(measure.claim);
      return [{ line, text: shownNumber(number), found: held(shownNumber(number), row, measure, olderRows) }];
    });
  });
  // A text that stands twice on a line is taken in its order.
  const waiting = Map.groupBy(labelled, ({ line, text }) => `${line} ${text}`);
  return (line, text) => {
    const bare = text.replace(",", ".");
    return (waiting.get(`${line} ${bare}`)?.shift() ?? waiting.get(`${line - 1} ${bare}`)?.shift())?.found;
  };
}

function analysisOf(
  { words }: Measure,
  labels: readonly { readonly rows: readonly ResultRow[]; readonly names: readonly ReadonlySet<string>[] }[],
): readonly ResultRow[] | undefined {
  const near = labels
    .map((label) => ({ ...label, like: Math.max(...label.names.map((name) => likeness(words, name))) }))
    .filter(({ like }) => like >= 0.6)
    .sort((a, b) => b.like - a.like);
  const [best, second] = near;
  return best === undefined || best.like === second?.like ? undefined : best.rows;
}

function statisticsOf({ claim, statistic, value, n, N }: Measure): readonly (readonly [string, PrintedNumber])[] {
  const whole = (count: number | undefined): PrintedNumber | undefined =>
    count === undefined ? undefined : { value: count, decimals: 0 };
  if (claim.kind === "share")
    return named([
      ["n", whole(n)],
      ["N", claim.N === undefined ? undefined : whole(N)],
      ["percent", value],
    ]);
  const { sd, lower, upper, bounds }: Spread = claim;
  const [from, to] = bounds === "quartiles" ? ["lower-quartile", "upper-quartile"] : ["minimum", "maximum"];
  return named([
    [statistic, value],
    ["sd", sd],
    [from ?? "", lower],
    [to ?? "", upper],
  ]);
}

const named = (
  all: readonly (readonly [string, PrintedNumber | undefined])[],
): readonly (readonly [string, PrintedNumber])[] =>
  all.flatMap(([name, number]) => (number === undefined ? [] : [[name, number] as const]));

function held(text: string, row: ResultRow, measure: Measure, older: readonly ReadonlyMap<string, ResultRow>[]): Found {
  const scale = scaleOf(row.unit, measure.unit);
  const precision = precisionOf(text, (row.value ?? 0) * scale);
  if (precision === "equal") return { status: "equal", result: row.id };
  const expected = ((row.value ?? 0) * scale).toFixed(text.split(".")[1]?.length ?? 0);
  if (precision === "rounded-wrongly") return { status: "rounded-wrongly", result: row.id, expected };
  const was = older.some((rows) => {
    const value = rows.get(row.id)?.value;
    return value != null && precisionOf(text, value * scale) === "equal";
  });
  return { status: was ? "stale" : "not-found", result: row.id, expected };
}

/** From the unit of the result to that of the sentence. */
function scaleOf(result: string, printed: string): number {
  const months: Readonly<Record<string, number>> = {
    years: 12,
    months: 1,
    weeks: 7 / DAYS_PER_MONTH,
    days: 1 / DAYS_PER_MONTH,
  };
  const [from, to] = [months[result], months[printed]];
  return from === undefined || to === undefined ? 1 : from / to;
}
