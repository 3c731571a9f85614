import type { Language, Pair } from "@osteon/words";
import type { ScaleLinear } from "d3-scale";
import { line, SMALL_SIZE, text } from "../svg/marks.ts";
import { group, type Markup } from "../svg/markup.ts";
import { INK, MUTED, RULE, SERIES } from "../svg/palette.ts";
import type { Curve } from "./kaplan-meier-figure.ts";

const ROW = 11;
const ROWS = ["atRisk", "censored", "events"] as const;
const LABELS: Pair<Readonly<Record<(typeof ROWS)[number], string>>> = {
  en: { atRisk: "At risk", censored: "Censored", events: "Events" },
  de: { atRisk: "Unter Risiko", censored: "Zensiert", events: "Ereignisse" },
};

/** Height of the table for so many groups. */
export function riskTableHeight(groups: number): number {
  return groups * (ROWS.length * ROW + (groups > 1 ? ROW : 0)) + 8;
}

/** At risk, censored and events before each tick, one block a group; each number is centred on its tick. */
export function riskTable(
  curves: readonly Curve[],
  x: ScaleLinear<number, number>,
  top: number,
  left: number,
  language: Language,
): Markup {
  let y = top + 6;
  const next = (): number => {
    y += ROW;
    return y;
  };
  const right = x.range()[1] ?? left;
  const blocks = curves.map((curve, index) => {
    const head =
      curves.length > 1
        ? text(6, next(), curve.name, {
            face: "semibold",
            fill: SERIES[index % SERIES.length] ?? INK,
            size: SMALL_SIZE,
          })
        : undefined;
    const rows = ROWS.map((column) => {
      const baseline = next();
      return group(
        {},
        text(6, baseline, LABELS[language][column], { size: SMALL_SIZE, fill: MUTED }),
        ...curve.risk.map((at) =>
          text(
            x(at.time),
            baseline,
            String(at[column]),
            { anchor: "middle", size: SMALL_SIZE },
            { "data-risk": at.time },
          ),
        ),
      );
    });
    return group({ "data-group": curve.name }, head, ...rows);
  });
  return group({ class: "risk-table" }, line(6, top, right, top, { stroke: RULE, "stroke-width": 0.5 }), ...blocks);
}
