import { isCited } from "../claims/cited.ts";
import type { Stand } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { COUNT, PEOPLE, PERCENT, pattern } from "../claims/patterns.ts";
import { printed } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import type { Sentence } from "../structure/sentences.ts";
import { sexCounts } from "./sex-counts.ts";

/** Parts that exclude each other, held against their whole: the sexes, random groups, `either ... or`. */
export function partition(paper: PaperClaims): readonly Draft[] {
  return [
    ...sexCounts(paper).flatMap(sexesOf),
    ...paper.sentences
      .filter((sentence) => !isCited(sentence))
      .flatMap((sentence) => [...randomGroups(sentence), ...sexPercentages(sentence)]),
    ...eitherOr(paper),
  ];
}

function sexesOf({ at, female, male, whole, complete }: ReturnType<typeof sexCounts>[number]): readonly Draft[] {
  if (whole === undefined || female + male === whole) return [];
  const sum = female + male;
  if (
    sum < whole &&
    /not (?:recorded|known|stated|available)|unknown|missing|unbekannt|nicht (?:bekannt|erfasst|dokumentiert)|divers|other/i.test(
      at.sentence.passage.text,
    )
  )
    return [];
  const says = `${female} girls or women and ${male} boys or men are ${sum}, not ${whole}.`;
  const values = [`${whole - male} and ${male}`, `${female} and ${whole - female}`, `a whole of ${sum}`];
  const certainty = sum > whole ? "impossible" : complete ? "inconsistent" : "query";
  const cause = sum < whole ? `Is the sex of ${whole - sum} unknown?` : "Is one of the three of an older data set?";
  return [
    {
      class: certainty,
      kind: "partition",
      says,
      at: [at],
      recomputed: `${female} + ${male} = ${sum}`,
      consistentValues: values,
      cause,
    },
  ];
}

const RANDOMISED = pattern(
  `(?<N>${COUNT})\\s+(?:[\\p{L}-]+\\s+){0,3}?${PEOPLE}\\s[^.\\d]{0,40}?(?:randomi[sz]ed|randomly (?:assigned|allocated)|randomisiert|zufällig (?:zugeteilt|verteilt))`,
);
const SIZE = pattern("[(\\[;,]\\s?n\\s?=\\s?(?<n>\\d+)\\s?[)\\];,]");
const NUMBERS = pattern(`(?<n>${COUNT})`);

function randomGroups(sentence: Sentence): readonly Draft[] {
  const { text } = sentence;
  const [found] = [...text.matchAll(RANDOMISED)];
  const N = printed(found?.groups?.N ?? "")?.value;
  if (found === undefined || N === undefined) return [];
  const sizes = [...text.slice(found.index).matchAll(SIZE)].map(({ groups }) => Number(groups?.n));
  const sum = sizes.reduce((total, n) => total + n, 0);
  if (sizes.length < 2 || sizes.length > 5 || sumsOf(sizes).has(N)) return [];
  // Of those randomised, the sentence may go on to a part: `182 were Japanese and randomised to ...`.
  if ([...text.matchAll(NUMBERS)].some(({ groups }) => printed(groups?.n ?? "")?.value === sum)) return [];
  const says = `${sizes.join(" + ")} = ${sum} were allocated, but ${N} were randomised.`;
  const at = { sentence, start: found.index, end: text.length };
  return [
    {
      class: "impossible",
      kind: "partition",
      says,
      at: [at],
      recomputed: String(sum),
      consistentValues: [`${sum} randomised`, `groups that add to ${N}`],
      cause: "Were some randomised and left out before treatment?",
    },
  ];
}

/** The sums of all choices among the sizes: those who completed are printed beside those who began. */
function sumsOf(sizes: readonly number[]): ReadonlySet<number> {
  const sums = new Set([0]);
  for (const size of sizes) for (const sum of [...sums]) sums.add(sum + size);
  return sums;
}

const FEMALE = "(?:females?|girls|women|weiblich\\p{L}*|Mädchen|Frauen)";
const MALE = "(?:males?|boys|men|männlich\\p{L}*|Jungen?|Männer)";
const SEX_PERCENT = pattern(
  `(?<a>${PERCENT})\\s+(?:of [\\p{L} ]{0,20})?(?:(?:were|was|waren)\\s+)?(?:${FEMALE}|${MALE})[^.;()\\d]{0,24}?\\s(?<b>${PERCENT})\\s+(?:(?:were|was|waren)\\s+)?(?:${FEMALE}|${MALE})(?=[\\s.,;)]|$)`,
);

function sexPercentages(sentence: Sentence): readonly Draft[] {
  return [...sentence.text.matchAll(SEX_PERCENT)].flatMap((found): readonly Draft[] => {
    const all = found[0];
    const rest = sentence.text.slice(found.index + all.length);
    if (
      /^\s+(?:patients? |kinder |children )?(?:had|with|showed|received|relapsed|hatten|mit|zeigten|developed)/i.test(
        rest,
      )
    )
      return [];
    const hasBoth =
      new RegExp(`\\b${FEMALE}`, "iu").test(all) && new RegExp(`(?<!fe)(?<!wo)\\b${MALE}`, "iu").test(all);
    const [a, b] = [found.groups?.a ?? "", found.groups?.b ?? ""].map((text) => Number(/[\d.]+/.exec(text)?.[0]));
    if (!hasBoth || a === undefined || b === undefined || Math.abs(a + b - 100) <= 1.01 || Number.isNaN(a + b))
      return [];
    const at = { sentence, start: found.index, end: found.index + all.length };
    const says = `${a} % and ${b} % of the two sexes are ${Number((a + b).toFixed(2))} %.`;
    return [
      {
        class: a + b > 100 ? "impossible" : "query",
        kind: "partition",
        says,
        at: [at],
        recomputed: `${Number((a + b).toFixed(2))} %`,
        consistentValues: [`${100 - b} % and ${b} %`, `${a} % and ${100 - a} %`],
        cause: "",
      },
    ];
  });
}

/** `either partial (34/44) or complete remission (10/44)`: two shares of one whole that exclude each other. */
function eitherOr({ shares }: PaperClaims): readonly Draft[] {
  const bySentence = Map.groupBy(shares, ({ sentence }) => sentence);
  return [...bySentence].flatMap(([{ text }, all]): readonly Draft[] => {
    const [a, b] = all;
    if (all.length !== 2 || a?.n === undefined || b?.n === undefined || a.N === undefined || a.N !== b.N) return [];
    const between =
      /\beither\b|\bentweder\b/i.test(text.slice(0, a.start)) && /\bor\b|\boder\b/i.test(text.slice(a.end, b.start));
    const sum = a.n + b.n;
    if (!between || sum <= a.N) return [];
    return [
      {
        class: "impossible",
        kind: "partition",
        says: `${a.n} and ${b.n} exclude each other, but are ${sum} of ${a.N}.`,
        at: [a, b],
        recomputed: `${a.n} + ${b.n} = ${sum}`,
        consistentValues: [`${a.N - b.n}/${a.N}`, `${a.N - a.n}/${a.N}`],
        cause: "",
      },
    ];
  });
}

const RATIO = /(?<x>\d+(?:\.\d+)?)\s?:\s?(?<y>1|\d+(?:\.\d+)?)(?!\d|\s?:)/;
const OF_SEX =
  /female|male|sex|gender|girls|boys|women|f\s?:\s?m|m\s?:\s?f|weiblich|männlich|Geschlecht|Mädchen|Jungen/i;

/** A printed sex ratio against the printed numbers of both sexes. */
export function sexRatio(paper: PaperClaims): readonly Draft[] {
  const counts = sexCounts(paper);
  const [known] = counts;
  if (known === undefined || counts.some(({ female, male }) => female !== known.female || male !== known.male))
    return [];
  return paper.sentences.flatMap((sentence): readonly Draft[] => {
    const found = RATIO.exec(sentence.text);
    const x = printed(found?.groups?.x ?? "");
    const y = Number(found?.groups?.y);
    if (found === null || x === undefined || y === 0 || isCited(sentence) || sentence.passage.kind === "note")
      return [];
    if (!OF_SEX.test(sentence.text.slice(Math.max(0, found.index - 60), found.index + 40))) return [];
    const ratios = [known.female / known.male, known.male / known.female];
    const step = 10 ** -x.decimals / y;
    if (ratios.some((ratio) => Math.abs(ratio - x.value / y) <= step)) return [];
    const at: Stand = { sentence, start: found.index, end: found.index + found[0].length };
    const right = ratios.map((ratio) => `${(ratio * y).toFixed(x.decimals)}:${y}`);
    return [
      {
        class: "inconsistent",
        kind: "ratio",
        says: `The ratio ${found[0]} is not that of ${known.female} to ${known.male}.`,
        at: [at, known.at],
        recomputed: right[known.female >= known.male ? 0 : 1] ?? "",
        consistentValues: right,
        cause: "",
      },
    ];
  });
}
