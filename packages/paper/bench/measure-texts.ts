import { checkPaper, type Finding } from "../src/index.ts";
import type { BenchText, Planted } from "./texts/bench-text.ts";
import { PLANTED_ENGLISH } from "./texts/planted-english.ts";
import { PLANTED_GERMAN } from "./texts/planted-german.ts";
import { TRUE_ENGLISH } from "./texts/true-english.ts";
import { TRUE_GERMAN } from "./texts/true-german.ts";

/** What the checker made of one text. */
export interface Judged {
  readonly text: BenchText;
  readonly words: number;
  readonly missed: readonly Planted[];
  /** Found, but less sure than planted. */
  readonly milder: readonly Planted[];
  /** Findings that none of the planted errors explains. */
  readonly falseFindings: readonly Finding[];
}

const truth = ([name, text]: readonly [string, string]): BenchText => ({ name, text, planted: [] });

export const BENCH_TEXTS: readonly BenchText[] = [
  ...PLANTED_ENGLISH,
  ...PLANTED_GERMAN,
  ...TRUE_ENGLISH.map(truth),
  ...TRUE_GERMAN.map(truth),
];

const RANK = { query: 0, inconsistent: 1, impossible: 2 } as const;

export function judged(text: BenchText): Judged {
  const { findings } = checkPaper({ lines: text.text.split("\n") });
  const names = ({ quotes }: Finding, planted: Planted) => quotes.some((quote) => quote.text.includes(planted.quotes));
  const foundFor = (planted: Planted) => findings.filter((finding) => names(finding, planted));
  return {
    text,
    words: text.text.split(/\s+/).length,
    missed: text.planted.filter((planted) => foundFor(planted).length === 0),
    milder: text.planted.filter((planted) => {
      const found = foundFor(planted);
      return found.length > 0 && found.every((finding) => RANK[finding.class] < RANK[planted.class]);
    }),
    falseFindings: findings.filter((finding) => !text.planted.some((planted) => names(finding, planted))),
  };
}
