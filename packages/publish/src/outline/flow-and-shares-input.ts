import type { Pair } from "@osteon/words";
import type { FlowBox, FlowFigure } from "../figures/flow-figure.ts";
import type { ProportionFigure } from "../figures/proportion-figure.ts";
import { isEstimable, textOf } from "./fill.ts";
import type { FlowBoxSpec, FlowSpec, SharesSpec } from "./outline.ts";
import type { Reading } from "./read-results.ts";
import { titled } from "./titled.ts";

/** From charts to the groups of the analysis. */
export function flowInput(reading: Reading, spec: FlowSpec): FlowFigure {
  const box = (one: FlowBoxSpec): FlowBox => boxOf(reading, one);
  return {
    ...titled(reading, spec),
    charts: box(spec.charts),
    cohort: box(spec.cohort),
    aside: spec.aside.map(box),
    groups: spec.groups.map(box),
  };
}

function boxOf(reading: Reading, { title, of, lines }: FlowBoxSpec): FlowBox {
  const ids = typeof of === "string" ? [of] : of;
  const counts = ids.map((id) => reading.value(id));
  const n = counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  return {
    title,
    n,
    ...(typeof of === "string" ? { result: of } : {}),
    lines: lines.filter((line) => isEstimable(reading, line)).map((line) => textOf(reading, line)),
  };
}

const NOTE: Pair = {
  en: "Dot and line: share with 95 % Wilson limits.",
  de: "Punkt und Linie: Anteil mit 95 %-KI nach Wilson.",
};
const PRINTED: Pair = { en: " Diamond: printed in the paper.", de: " Raute: in der Arbeit gedruckt." };

/** Shares with their limits, and what a paper printed of them. */
export function sharesInput(reading: Reading, spec: SharesSpec, isOwnCohort: boolean): ProportionFigure {
  const hasPrinted = isOwnCohort && spec.rows.some(({ printed }) => printed !== undefined);
  return {
    ...titled(reading, spec),
    axis: spec.axis,
    rows: spec.rows.map(({ label, of, printed }) => ({
      label,
      counts: textOf(reading, `{${of}|n-of-N}`),
      percent: reading.value(`${of}.percent`),
      lower: reading.value(`${of}.wilson-lower`),
      upper: reading.value(`${of}.wilson-upper`),
      ...(isOwnCohort && printed !== undefined ? { printed } : {}),
      result: `${of}.n`,
    })),
    note: `${NOTE[reading.language]}${hasPrinted ? PRINTED[reading.language] : ""}`,
  };
}
