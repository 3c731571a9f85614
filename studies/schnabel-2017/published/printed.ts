import type { Contradiction, PublishedNumber, Recompute } from "@osteon/estimate";

interface More {
  readonly contradiction?: Contradiction;
  readonly note?: string;
}

/** Numbers of one section: the functions it returns fill in the place. */
export function section(place: string) {
  const number = (
    id: string,
    quote: string,
    means: string,
    printed: string,
    recompute: string | Recompute,
    more: More = {},
  ): PublishedNumber => ({
    id,
    place,
    quote,
    means,
    printed,
    recompute: typeof recompute === "string" ? { result: recompute } : recompute,
    ...more,
  });
  /** "n (percent)" of a share analysis: two printed numbers. */
  const share = (
    id: string,
    quote: string,
    means: string,
    n: string,
    percent: string,
    analysis: string,
    more: More = {},
  ) => [
    number(`${id}-n`, quote, `${means}: number`, n, `${analysis}.all.n`, more),
    number(`${id}-percent`, quote, `${means}: per cent`, percent, `${analysis}.all.percent`, more),
  ];
  /** "median (minimum to maximum)": three printed numbers. */
  const range = (
    id: string,
    quote: string,
    means: string,
    printed: readonly [string, string, string],
    analysis: string,
    more: More = {},
  ) =>
    (["median", "minimum", "maximum"] as const).map((statistic, index) =>
      number(
        `${id}-${statistic}`,
        quote,
        `${means}: ${statistic}`,
        printed[index] ?? "",
        `${analysis}.all.${statistic}`,
        more,
      ),
    );
  /** "mean ± SD": two printed numbers. */
  const meanSd = (
    id: string,
    quote: string,
    means: string,
    mean: string,
    sd: string,
    analysis: string,
    more: More = {},
  ) => [
    number(`${id}-mean`, quote, `${means}: mean`, mean, `${analysis}.all.mean`, more),
    number(`${id}-sd`, quote, `${means}: standard deviation`, sd, `${analysis}.all.sd`, more),
  ];
  return { number, share, range, meanSd };
}

/** The paper excludes this number by another of its own. */
export const excluded = (says: string, ...against: readonly string[]): More => ({ contradiction: { says, against } });

/** A count and its percentage, printed together. */
export const shares = (
  make: ReturnType<typeof section>["number"],
  id: string,
  quote: string,
  means: string,
  n: string,
  percent: string,
  cell: string,
) => [
  make(`${id}-n`, quote, `${means}: number`, n, cell),
  make(`${id}-percent`, quote, `${means}: per cent`, percent, `${cell}-percent`),
];
