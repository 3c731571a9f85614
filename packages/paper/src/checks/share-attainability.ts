import { isCited } from "../claims/cited.ts";
import type { Share } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { countsThatPrint, rounded, rulesThatPrint, wholesThatPrint } from "./rounding.ts";

/**
 * Percentages of a whole that no count gives (`71 % of the 8 children`), and counts that no whole turns into their
 * percentage (`3 (70 %)`). Estimates, measurements and rough words are left alone.
 */
export function shareAttainability({ shares }: PaperClaims): readonly Draft[] {
  return shares.flatMap((share): readonly Draft[] => {
    const { n, N, percent, vague, estimated } = share;
    if (percent === undefined || vague || estimated || isCited(share.sentence)) return [];
    if (n === undefined && N !== undefined) return unattainable(share, N, percent);
    if (n !== undefined && (N === undefined || share.cell?.printedWhole === false))
      return withoutWhole(share, n, percent);
    return [];
  });
}

function unattainable(share: Share, N: number, percent: PrintedNumber): readonly Draft[] {
  if (N > 10_000 || countsThatPrint(N, percent).length > 0) return [];
  const step = 10 ** -percent.decimals;
  if (percent.value > 100) return [];
  const below = Math.floor(((percent.value + step) / 100) * N);
  const values = [below, below + 1]
    .filter((n) => n >= 0 && n <= N)
    .map(
      (n) =>
        `${n}/${N} (${shownNumber({ value: rounded(n, N, percent.decimals, "half-up"), decimals: percent.decimals })} %)`,
    );
  const others = [N - 1, N + 1, N - 2, N + 2].filter(
    (whole) => whole > 0 && countsThatPrint(whole, percent).length > 0,
  );
  const first = others[0];
  const count = first === undefined ? undefined : countsThatPrint(first, percent)[0];
  return [
    {
      class: "impossible",
      kind: "attainability",
      says: `${shownNumber(percent)} % of ${N} is no whole number of them: ${values.join(" and ")} are the nearest.`,
      at: [share],
      recomputed: values.join(", "),
      consistentValues: [...values, ...(first === undefined ? [] : [`${count}/${first} (${shownNumber(percent)} %)`])],
      cause:
        first === undefined ? "" : `${shownNumber(percent)} % is ${count}/${first}: are some of them missing here?`,
    },
  ];
}

function withoutWhole(share: Share, n: number, percent: PrintedNumber): readonly Draft[] {
  const printed = `${n} (${shownNumber(percent)} %)`;
  if (n === 0 || percent.value === 0) {
    const both = n === 0 ? percent.value < 10 ** -percent.decimals : n > 0;
    return both || percent.value === 0
      ? []
      : [plain(share, `${printed}: none of any number is 0 %.`, "0 %", ["0 (0 %)"], "")];
  }
  if (percent.value > 100 || n > 1_000_000 || wholesThatPrint(n, percent, 1).length > 0) return [];
  // `43 % (n = 12)` may be 43 % of twelve.
  const asWhole = /n\s?=\s?\d+$/i.test(share.sentence.text.slice(share.start, share.end));
  if (asWhole && countsThatPrint(n, percent).length > 0) return [];
  const whole = Math.max(n, Math.round((100 * n) / percent.value));
  const near = [whole - 1, whole, whole + 1]
    .filter((N) => N >= n)
    .map(
      (N) =>
        `${n}/${N} (${shownNumber({ value: rounded(n, N, percent.decimals, "half-up"), decimals: percent.decimals })} %)`,
    );
  return [
    plain(
      share,
      `${printed}: there is no whole number of which ${n} is ${shownNumber(percent)} %.`,
      near.join(", "),
      near,
      "",
    ),
  ];
}

const plain = (share: Share, says: string, recomputed: string, values: readonly string[], cause: string): Draft => ({
  class: "impossible",
  kind: "attainability",
  says,
  at: [share],
  recomputed,
  consistentValues: values,
  cause,
});

/** Whether n of N prints as the percentage under any rule. */
export const fits = (n: number, N: number, percent: PrintedNumber): boolean => rulesThatPrint(n, N, percent).length > 0;
