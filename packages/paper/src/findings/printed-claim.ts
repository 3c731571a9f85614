import { type Claim, quoteOf } from "../claims/claim.ts";
import { shownNumber } from "../claims/printed-number.ts";
import { lineOf } from "./finding.ts";

/** A claim as it is handed out: what kind, which value, where. */
export interface PrintedClaim {
  readonly kind: Claim["kind"];
  readonly value: string;
  readonly quote: string;
  readonly section: string;
  readonly line: number;
  readonly page?: number;
}

export function printedClaim(claim: Claim): PrintedClaim {
  const { passage } = claim.sentence;
  return {
    kind: claim.kind,
    value: valueText(claim),
    quote: quoteOf(claim),
    section: passage.table?.label ?? passage.section,
    line: lineOf(claim),
    ...(passage.page === undefined ? {} : { page: passage.page }),
  };
}

function valueText(claim: Claim): string {
  switch (claim.kind) {
    case "share": {
      const { n, percent } = claim;
      const N = claim.N ?? claim.inherited;
      const count = n === undefined ? (N === undefined ? "" : `of ${N}`) : N === undefined ? `${n}` : `${n}/${N}`;
      return [count, percent === undefined ? "" : `${shownNumber(percent)} %`].filter((part) => part !== "").join(", ");
    }
    case "spread": {
      const { statistic, centre, sd, lower, upper } = claim;
      const beside =
        sd !== undefined
          ? ` ± ${shownNumber(sd)}`
          : lower !== undefined && upper !== undefined
            ? ` (${shownNumber(lower)} to ${shownNumber(upper)})`
            : "";
      return `${statistic} ${shownNumber(centre)}${beside}`;
    }
    case "p-value":
      return `p ${claim.sign} ${shownNumber(claim.p)}`;
    case "ratio":
      return `${claim.name} ${shownNumber(claim.estimate)} (${shownNumber(claim.lower)} to ${shownNumber(claim.upper)})`;
    case "survival":
      return `${shownNumber(claim.free)} % free at ${Number(claim.months.toFixed(1))} months`;
    case "whole":
      return `${claim.n}`;
    case "period":
      return `${claim.from} to ${claim.to}`;
  }
}
