import type { Sentence } from "../structure/sentences.ts";
import { headOf } from "../structure/table-rows.ts";
import type { PValue, Ratio } from "./claim.ts";
import { NUMBER, PERCENT_SIGN, pattern, SIGNED } from "./patterns.ts";
import { printed } from "./printed-number.ts";

const P = pattern(
  `(?<![\\p{L}\\d&-]|[α-ω]\\s)p(?:\\s?-?\\s?(?:value|Wert))?(?:\\s+(?:of|was|von))?\\s?(?<sign>[=<>≤≥]|\\s(?=0?\\.\\d))\\s?(?<p>-?${NUMBER})(?!\\.?\\d|\\.\\.?\\d|\\s?(?:[-–×x*·∙e^]|E-?)\\s?\\d|\\s?${PERCENT_SIGN})`,
);
const NAMES =
  "a?OR|a?HR|a?RR|IRR|odds ratio|hazard ratio|risk ratio|rate ratio|relative risk|Odds[- ]Ratio|Hazard[- ]Ratio|relatives Risiko";
const LIMITS = `(?<lower>${SIGNED})\\s?(?:–|-|~|to|bis|;|,)\\s?(?<upper>${SIGNED})`;
const LEVEL = "9\\d(?:\\.\\d)?\\s?%";
const RATIOS: readonly RegExp[] = [
  // OR 2.4 (95 % CI 1.1–5.0) · hazard ratio was 0.52, 95% CI: 0.31 to 0.86
  pattern(
    `\\b(?<name>${NAMES})\\b[^.\\d]{0,24}?\\s?(?<estimate>${NUMBER})\\s*[,;([]+\\s*(?:${LEVEL}[^\\d(]{0,30}?|(?:CI|KI|confidence interval)\\s?\\(?${LEVEL}\\)?)\\s*[:=,]?\\s*${LIMITS}`,
  ),
  // relative risk [95 % confidence interval]: 2.1 [1.3–4.0]
  pattern(
    `\\b(?<name>${NAMES})\\s*[([]\\s*${LEVEL}[^\\d()[\\]]{0,30}[)\\]]\\s*[:=,]?\\s*(?<estimate>${NUMBER})\\s*[([]\\s*${LIMITS}`,
  ),
];

/** p values of a sentence, or of the cells below a head that says p. */
export function pValueClaims(sentence: Sentence, text: string): readonly PValue[] {
  const found = [...text.matchAll(P)].flatMap((match) => {
    const p = printed(match.groups?.p ?? "");
    const sign = (match.groups?.sign ?? "=").trim() || "=";
    return p === undefined ? [] : [pValue(sentence, match.index, match[0].length, sign, p)];
  });
  const { cells = [] } = sentence.passage;
  const inCells = cells.flatMap((cell, column) => {
    if (column === 0 || !/^p\b|\bp[- ]?(value|Wert)?$/i.test(headOf(sentence.passage, column).trim())) return [];
    const match = /^(?<sign>[<>=≤≥])?\s?(?<p>\d?\.\d+|\d)\s*\^?[*†‡a-z]?$/.exec(cell.replace(",", ".").trim());
    const p = printed(match?.groups?.p ?? "");
    if (p === undefined) return [];
    const start = Math.max(0, text.lastIndexOf(cell));
    return [{ ...pValue(sentence, start, cell.length, match?.groups?.sign ?? "=", p), column }];
  });
  return [...found, ...inCells];
}

const pValue = (sentence: Sentence, start: number, length: number, sign: string, p: PValue["p"]): PValue => ({
  kind: "p-value",
  sentence,
  start,
  end: start + length,
  sign: sign as PValue["sign"],
  p,
});

/** Ratios with their limits: `OR 1.58 (95 % CI 0.31–7.4)`. */
export function ratioClaims(sentence: Sentence, text: string): readonly Ratio[] {
  return RATIOS.flatMap((form) => [...text.matchAll(form)]).flatMap((match) => {
    const { name = "", estimate = "", lower = "", upper = "" } = match.groups ?? {};
    const [middle, low, high] = [printed(estimate), printed(lower), printed(upper)];
    if (middle === undefined || low === undefined || high === undefined) return [];
    const start = match.index;
    return [
      {
        kind: "ratio",
        sentence,
        start,
        end: start + match[0].length,
        name,
        estimate: middle,
        lower: low,
        upper: high,
      } satisfies Ratio,
    ];
  });
}
