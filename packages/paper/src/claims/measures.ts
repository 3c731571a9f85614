import type { Part } from "../structure/passage.ts";
import { headOf } from "../structure/table-rows.ts";
import { isCited } from "./cited.ts";
import type { Share, Spread } from "./claim.ts";
import { labelWords } from "./label-words.ts";
import type { PaperClaims } from "./paper-claims.ts";
import { monthsOf, pattern, TIME_UNIT } from "./patterns.ts";
import type { PrintedNumber } from "./printed-number.ts";

/** A number with the words that say what it is, ready to be held against another place. */
export interface Measure {
  readonly claim: Share | Spread;
  readonly statistic: "percent" | "median" | "mean";
  readonly value: PrintedNumber;
  readonly n: number | undefined;
  readonly N: number | undefined;
  readonly words: ReadonlySet<string>;
  /** Words of the heading above; they may complete a label, and need not. */
  readonly topic: ReadonlySet<string>;
  /** Months after which it is measured, where the clause says. */
  readonly months: number | undefined;
  readonly unit: string;
  readonly part: Part;
  readonly inTable: boolean;
  /** `(Table 1)` of the sentence. */
  readonly cites: string | undefined;
}

const COMPARES = /\b(?:vs\.?|versus|compared|respectively|than|whereas|gegenüber|verglichen|als|jeweils|between)\b/i;
const TIME = pattern(
  `(?:after|within|at|for|over|nach|innerhalb(?: von)?|über|bei|than)\\s+(?:the first |a |einem )?(?<value>\\d+(?:\\.\\d+)?)?\\s?(?<unit>${TIME_UNIT}|Jahr\\b)`,
);

/** With more shares than these a sentence is a list; its clauses name nothing alone. */
const CROWD = 20;

/** Shares and spreads of the paper's own patients with their labels; comparisons of groups are left out. */
export function measures(paper: PaperClaims): readonly Measure[] {
  const crowd = Map.groupBy(paper.shares, ({ sentence }) => sentence);
  const shares = paper.shares
    .filter(({ sentence }) => (crowd.get(sentence)?.length ?? 0) <= CROWD)
    .flatMap((share) => ofShare(share));
  const spreads = paper.spreads.flatMap((spread) => ofSpread(spread));
  const common = commonWords(paper);
  const own = (words: ReadonlySet<string>) => new Set([...words].filter((word) => !common.has(word)));
  return [...shares, ...spreads]
    .map((measure) => ({ ...measure, words: own(measure.words), topic: own(measure.topic) }))
    .filter(({ words }) => words.size > 0);
}

/** Words in more than an eighth of all sentences, such as the disease itself, tell nothing apart. */
function commonWords({ sentences }: PaperClaims): ReadonlySet<string> {
  const prose = sentences.filter(({ passage }) => passage.kind === "prose");
  if (prose.length < 40) return new Set();
  const counts = new Map<string, number>();
  for (const { text } of prose) for (const word of labelWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > prose.length / 8).map(([word]) => word));
}

function ofShare(share: Share): readonly Measure[] {
  const { sentence, percent, n, N, vague, cell } = share;
  if (percent === undefined || vague || isCited(sentence)) return [];
  if (cell !== undefined) {
    const one =
      (sentence.passage.cells ?? []).slice(1).filter((text) => /\d/.test(text)).length <= 1 ||
      /^(all|total|value|gesamt|alle)/i.test(cell.head);
    if (!one) return [];
    const words = labelWords(cell.label.replaceAll(/\bn\s?=\s?\d+|\(%\)/g, " "));
    return [
      {
        ...placed(share),
        statistic: "percent",
        value: percent,
        n,
        N: N ?? share.inherited,
        words,
        months: undefined,
        unit: "%",
        inTable: true,
      },
    ];
  }
  if (COMPARES.test(sentence.text)) return [];
  const clause = clauseOf(sentence.text, share.start, share.end);
  return [
    {
      ...placed(share),
      statistic: "percent",
      value: percent,
      n,
      N,
      words: labelWords(clause.text),
      months: timeOf(clause),
      unit: "%",
      inTable: false,
    },
  ];
}

function ofSpread(spread: Spread): readonly Measure[] {
  const { sentence, centre, statistic, label, unit } = spread;
  if (isCited(sentence)) return [];
  const inTable = sentence.passage.cells !== undefined;
  const head = inTable
    ? headOf(sentence.passage, (sentence.passage.cells ?? []).indexOf(sentence.text.slice(spread.start, spread.end)))
    : "";
  if (inTable && !/^(|value|all|total|median.*|mean.*|gesamt|alle|wert)$/i.test(head.replaceAll(/\(.*?\)/g, "").trim()))
    return [];
  if (!inTable && COMPARES.test(sentence.text)) return [];
  return [
    {
      ...placed(spread),
      statistic,
      value: centre,
      n: undefined,
      N: spread.n,
      words: labelWords(label),
      months: undefined,
      unit: unitOf(inTable ? label : unit),
      inTable,
    },
  ];
}

function placed(claim: Share | Spread) {
  const { passage, text } = claim.sentence;
  const topical = passage.kind === "prose" && passage.part !== "abstract";
  const cites = /\((?:see )?(?<label>(?:Table|Tabelle|Tab\.)\s?\d+)[^)]*\)/i.exec(text)?.groups?.label;
  return { claim, topic: topical ? labelWords(passage.section) : new Set<string>(), part: passage.part, cites };
}

/** The clause that holds a number. Where it says nothing of its own, a clause before lends its words: `and 45 % after 1 year`. */
function clauseOf(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly own: string; readonly at: number } {
  const own = between(text, start, end);
  let clause = own;
  const said = { own: own.text, at: start - own.from };
  for (let back = 0; back < 4 && clause.from > 0; back += 1) {
    if (labelWords(clause.text.replaceAll(/\d+/g, " ")).size > 0) break;
    clause = between(text, clause.from - 1, clause.from - 1);
  }
  return { ...said, text: clause === own ? own.text : `${clause.text} ${own.text}` };
}

const BREAK = /[;:()]|,(?!\d)|\b(?:and|but|while|whereas|und|aber|während|sowie)\b/giu;

function between(text: string, start: number, end: number): { readonly text: string; readonly from: number } {
  let from = 0;
  let to = text.length;
  for (const found of text.matchAll(BREAK)) {
    const stop = found.index + found[0].length;
    // The bracket that holds the percentage itself does not end the clause.
    if (found[0] === "(" && start - stop <= 3 && start - stop >= -1) continue;
    if (stop <= start) from = stop;
    else if (found.index >= end && !(found[0] === ")" && found.index - end <= 2)) {
      to = found.index;
      break;
    }
  }
  return { text: text.slice(from, to), from };
}

/** The time nearest to the number, behind it rather than before it. */
function timeOf({ own, at }: { readonly own: string; readonly at: number }): number | undefined {
  const far = (index: number) => (index >= at ? index - at : (at - index) * 2);
  const [found] = [...own.matchAll(TIME)].sort((a, b) => far(a.index) - far(b.index));
  if (found === undefined) return undefined;
  return monthsOf(Number(found.groups?.value ?? 1), (found.groups?.unit ?? "").replace(/^Jahr$/, "Jahre"));
}

/** One word for one unit: years, months, weeks, days, or as printed. */
function unitOf(text: string): string {
  if (/\b(?:years?|yrs?|Jahre?n?)\b/i.test(text)) return "years";
  if (/\b(?:months?|mos?|Monate?n?)\b/i.test(text)) return "months";
  if (/\b(?:weeks?|Wochen?)\b/i.test(text)) return "weeks";
  if (/\b(?:days?|Tage?n?)\b/i.test(text)) return "days";
  return "";
}
