import { labelWords, likeness } from "../claims/label-words.ts";
import type { ReadText } from "../reading/read-text.ts";
import { bindByLabel } from "./bind-by-label.ts";
import { precisionOf, type ResultRow, type ResultsRows, SCALES } from "./results-rows.ts";
import { type TextUnit, type Token, textUnits } from "./text-units.ts";
import type { Wording } from "./wordings.ts";

/** How a printed number stands to the study's results. */
export type BindingStatus = "equal" | "rounded-wrongly" | "stale" | "not-found";

/** One printed number and what it was bound to. */
export interface BoundNumber {
  readonly printed: string;
  readonly status: BindingStatus;
  readonly quote: string;
  readonly line: number;
  /** The result of `results.json`; none where the number stands in a sentence of the protocol or of a paper. */
  readonly result?: string;
  /** What should stand there, where the place is known. */
  readonly expected?: string;
}

export interface Binding {
  readonly numbers: readonly BoundNumber[];
  /** Numbers for which neither wording nor label tells what they are. */
  readonly unmatched: readonly BoundNumber[];
}

/** What the numbers are held against. */
export interface BindingSources {
  readonly results: ResultsRows;
  /** How the study words its results; empty where only labels are known. */
  readonly wordings: readonly Wording[];
  /** Titles of analyses, in the study's words. */
  readonly titles: Readonly<Record<string, string>>;
  /** Results of older freezes, the latest first. */
  readonly older: readonly { readonly results: ResultsRows; readonly wordings: readonly Wording[] }[];
}

/** Before the number of a table or figure: a name, no result. */
const NAMES = /\b(?:tables?|figures?|fig\.|tabellen?|abbildung(?:en)?|abb\.|ref\.|section|abschnitt)\s*$/i;

/** Binds every number of a manuscript: by the wording of its sentence or row, else by the label of its claim. */
export function bindNumbers(read: ReadText, sources: BindingSources): Binding {
  const units = textUnits(read.lines);
  const paired = pairedWordings(units, sources.wordings);
  const rows = new Map(sources.results.results.map((row) => [row.id, row]));
  const byLabel = bindByLabel(read, sources);
  const numbers: BoundNumber[] = [];
  const unmatched: BoundNumber[] = [];
  for (const [index, one] of units.entries()) {
    const wording = paired[index];
    for (const [place, token] of one.tokens.entries()) {
      const at = { printed: token.text, quote: around(one, token), line: one.line };
      if (wording !== undefined) numbers.push({ ...at, ...byWording(token, place, wording, rows, sources) });
      else {
        const found = byLabel(one.line, token.text);
        if (found === undefined && NAMES.test(one.text.slice(0, token.start))) continue;
        if (found === undefined) unmatched.push({ ...at, status: "not-found" });
        else numbers.push({ ...at, ...found });
      }
    }
  }
  return { numbers, unmatched };
}

function byWording(
  token: Token,
  place: number,
  wording: Wording,
  rows: ReadonlyMap<string, ResultRow>,
  { older }: BindingSources,
): Pick<BoundNumber, "status" | "result" | "expected"> {
  const expected = wording.tokens[place]?.text ?? "";
  const result = wording.results[place];
  const named = result === undefined ? {} : { result };
  if (token.text === expected) return { status: "equal", ...named };
  const value = result === undefined ? undefined : rows.get(result)?.value;
  if (value !== undefined && value !== null) {
    // `< 0.001` is no rounding of its value: there the text alone decides.
    const scale = SCALES.find((one) => precisionOf(expected, Math.abs(value * one)) === "equal");
    const precision = scale === undefined ? "other" : precisionOf(token.text, Math.abs(value * scale));
    if (precision === "equal") return { status: "equal", ...named };
    if (precision === "rounded-wrongly") return { status: "rounded-wrongly", ...named, expected };
  }
  const was = older.some(({ results, wordings }) => {
    const row = result === undefined ? undefined : results.results.find(({ id }) => id === result);
    if (
      row?.value != null &&
      SCALES.slice(0, 2).some((scale) => precisionOf(token.text, Math.abs((row.value ?? 0) * scale)) === "equal")
    )
      return true;
    return (
      result !== undefined &&
      wordings.some(
        ({ mask, tokens, results: ids }) =>
          mask === wording.mask && ids[place] === result && tokens[place]?.text === token.text,
      )
    );
  });
  return { status: was ? "stale" : "not-found", ...named, expected };
}

/**
 * The wording of each unit. Units of one mask are paired in their order where both texts have as many; else by the words
 * before them and by the numbers they share. What is worded a little otherwise is paired by its words.
 */
function pairedWordings(units: readonly TextUnit[], wordings: readonly Wording[]): readonly (Wording | undefined)[] {
  const known = Map.groupBy(
    wordings.map((wording, place) => ({ wording, place })),
    ({ wording }) => wording.mask,
  );
  const here = Map.groupBy(
    units.map((one, index) => ({ one, index })),
    ({ one }) => one.mask,
  );
  const paired: (Wording | undefined)[] = units.map(() => undefined);
  const taken = new Set<Wording>();
  for (const [mask, all] of here) {
    const candidates = known.get(mask);
    if (candidates === undefined) continue;
    const sameCount = candidates.length === all.length;
    for (const [place, { one, index }] of all.entries()) {
      const wording = sameCount ? candidates[place]?.wording : nearest(one, units[index - 1], candidates, wordings);
      paired[index] = wording;
      if (wording !== undefined) taken.add(wording);
    }
  }
  const free = wordings
    .filter((wording) => !taken.has(wording))
    .map((wording) => ({ wording, words: labelWords(wording.text) }));
  for (const [index, one] of units.entries()) {
    if (paired[index] !== undefined || one.tokens.length === 0) continue;
    const words = labelWords(one.text);
    if (words.size < 3) continue;
    const [best] = free
      .filter(({ wording }) => wording.tokens.length === one.tokens.length)
      .map(({ wording, words: other }) => ({ wording, like: likeness(words, other) }))
      .sort((a, b) => b.like - a.like);
    if (best !== undefined && best.like >= 0.7) paired[index] = best.wording;
  }
  return paired;
}

function nearest(
  one: TextUnit,
  before: TextUnit | undefined,
  candidates: readonly { readonly wording: Wording; readonly place: number }[],
  all: readonly Wording[],
): Wording | undefined {
  const score = ({ wording, place }: { readonly wording: Wording; readonly place: number }) =>
    (before !== undefined && all[place - 1]?.mask === before.mask ? 1 : 0) +
    wording.tokens.filter(({ text }, index) => text === one.tokens[index]?.text).length /
      Math.max(1, one.tokens.length);
  return [...candidates].sort((a, b) => score(b) - score(a))[0]?.wording;
}

function around({ text }: TextUnit, { start, end }: Token): string {
  const from = Math.max(0, start - 50);
  const to = Math.min(text.length, end + 30);
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}
