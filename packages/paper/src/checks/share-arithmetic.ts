import type { Share } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { nearby } from "./likely-cause.ts";
import { type InferredRounding, inferRounding, type PrintedShare, rounded, rulesThatPrint } from "./rounding.ts";

/** Shares that print count, whole and percentage; a whole in a column's head is not printed for the cell itself. */
export function completeShares({ shares }: PaperClaims): readonly (Share & PrintedShare)[] {
  return shares.filter(
    (share): share is Share & PrintedShare =>
      share.n !== undefined &&
      share.N !== undefined &&
      share.percent !== undefined &&
      (share.cell === undefined || share.cell.printedWhole || share.cell.head === "" || sizeInLabel(share)),
  );
}

const sizeInLabel = ({ cell }: Share): boolean => /\bn\s?=\s?\d/i.test(cell?.label ?? "");

/** The rounding rule of the paper, from every share whose whole is known. */
export function paperRounding(paper: PaperClaims): InferredRounding {
  const inherited = paper.shares.flatMap((share) => {
    const { n, percent } = share;
    const N = share.N ?? share.inherited;
    return n === undefined || N === undefined || percent === undefined || share.vague ? [] : [{ n, N, percent }];
  });
  return inferRounding(inherited);
}

/** Sizes that the paper prints anywhere, for causes and for denominators. */
export function printedWholes({ wholes, shares }: PaperClaims): ReadonlySet<number> {
  return new Set([
    ...wholes.map(({ n }) => n),
    ...shares.flatMap(({ N, inherited, n }) => [N, inherited, n].filter((one) => one !== undefined)),
  ]);
}

/**
 * n/N (%) under half-up, half-even and truncation. None of them: impossible. One that the rest of the paper does not use:
 * inconsistent. Truncation where nothing tells which rule the paper uses: a query.
 */
export function shareArithmetic(paper: PaperClaims, rounding: InferredRounding): readonly Draft[] {
  const sizes = printedWholes(paper);
  return completeShares(paper).flatMap((share): readonly Draft[] => {
    const { n, N, percent, vague } = share;
    const rules = rulesThatPrint(n, N, percent);
    if (rules.includes(rounding.rule === "unknown" ? "half-up" : rounding.rule)) return [];
    const exact = (100 * n) / N;
    if (vague && Math.abs(exact - percent.value) <= 5) return [];
    const recomputed = `${n}/${N} = ${Number(exact.toFixed(percent.decimals + 2))} %`;
    const printed = `${n}/${N} is printed as ${shownNumber(percent)} %`;
    const near = nearby(n, N, percent, sizes);
    const right = shownNumber({ value: rounded(n, N, percent.decimals, "half-up"), decimals: percent.decimals });
    if (rules.length === 0) {
      if (n > N && Math.abs(exact - percent.value) <= 1) return [];
      const says = `${printed}, but is ${right} %: no way of rounding gives ${shownNumber(percent)}.`;
      // Beside a count some papers print the estimate of a survival analysis.
      const before = share.sentence.text.slice(Math.max(0, share.start - 80), share.start);
      const certainty = /survival|Kaplan|cumulative|actuarial|probabilit|Überleben|kumulativ/i.test(before)
        ? "query"
        : "impossible";
      return [{ class: certainty, kind: "percentage", says, at: [share], recomputed, ...near }];
    }
    const byRule = rules.join(" or ");
    if (rounding.rule !== "unknown") {
      const says = `${printed}, which only ${byRule} gives; the paper's other percentages are rounded ${wordsOf(rounding.rule)}, and so it is ${right} %.`;
      const values = [`${n}/${N} (${right} %)`];
      const cause =
        rules.includes("truncation") && rules.length === 1
          ? "Was it cut off, or forced so that percentages add to 100?"
          : "Was a half rounded down by hand?";
      return [
        { class: "inconsistent", kind: "rounding", says, at: [share], recomputed, consistentValues: values, cause },
      ];
    }
    if (!rules.every((rule) => rule === "truncation")) return [];
    const says = `${printed}, which is cut off, not rounded; rounded it is ${right} %.`;
    return [
      {
        class: "query",
        kind: "rounding",
        says,
        at: [share],
        recomputed,
        consistentValues: [`${n}/${N} (${right} %)`],
        cause: "Does the paper cut percentages off?",
      },
    ];
  });
}

const wordsOf = (rule: InferredRounding["rule"]): string =>
  rule === "truncation" ? "by cutting off" : rule === "half-even" ? "half to even" : "half up";
