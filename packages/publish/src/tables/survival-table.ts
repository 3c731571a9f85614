import type { Protocol } from "@osteon/protocol";
import { pText, type Reading } from "../study/read-results.ts";
import { type PageRow, type PageTable, plain, shown } from "./page-table.ts";

const LIMITS = [
  ["", "log-log"],
  ["-log", "log"],
  ["-plain", "plain"],
] as const;

/** Relapse-free survival: median and survival at fixed times with three kinds of limits. */
export function survivalTable(reading: Reading, protocol: Protocol): PageTable {
  const id = "relapse-free.all";
  const analysis = protocol.analyses["relapse-free"];
  const days = analysis?.kind === "survival" ? analysis.atDays : [];
  return {
    id: "survival",
    title: "Relapse-free survival by Kaplan-Meier",
    heads: ["", "Estimate", ...LIMITS.map(([, name]) => `95 % limits, ${name}`)],
    rows: [
      {
        label: "Relapsed / children",
        cells: [shown(`${reading.text(`${id}.events`)} / ${reading.text(`${id}.n`)}`, `${id}.events`), ...blank(3)],
      },
      medianRow(reading, id),
      ...days.map((day) => atRow(reading, id, day)),
      {
        label: "Median follow-up, months (reverse Kaplan-Meier)",
        cells: [shown(reading.text(`${id}.median-follow-up`), `${id}.median-follow-up`), ...blank(3)],
      },
      ...["relapse-free-by-focality", "relapse-free-by-presentation"].map((strata) =>
        logRankRow(reading, protocol, strata),
      ),
    ],
    notes: [
      "R's survfit defaults to log limits, SAS to log-log; SPSS prints none. Where the curve is flat at one half the median is the midpoint, as R prints it.",
      "NE: not estimable; an upper limit is not reached within follow-up.",
    ],
  };
}

const blank = (n: number) => Array.from({ length: n }, () => plain(""));

function medianRow(reading: Reading, id: string): PageRow {
  const limit = (suffix: string) =>
    shown(reading.span(`${id}.median-lower${suffix}`, `${id}.median-upper${suffix}`), `${id}.median-lower${suffix}`);
  return {
    label: "Median time to relapse, months",
    cells: [shown(reading.text(`${id}.median`), `${id}.median`), ...LIMITS.map(([suffix]) => limit(suffix))],
  };
}

function atRow(reading: Reading, id: string, day: number): PageRow {
  const percent = (statistic: string) => reading.text(`${id}.${statistic}@${day}`, 0, 100);
  return {
    label: `Relapse-free at ${Math.round(day / 30.4375)} months, %`,
    cells: [
      shown(percent("survival"), `${id}.survival@${day}`),
      ...LIMITS.map(([suffix]) =>
        shown(
          reading.span(`${id}.survival-lower${suffix}@${day}`, `${id}.survival-upper${suffix}@${day}`, 0, 100),
          `${id}.survival-lower${suffix}@${day}`,
        ),
      ),
    ],
  };
}

function logRankRow(reading: Reading, protocol: Protocol, analysis: string): PageRow {
  const test = `${analysis}.compared.log-rank-p`;
  const p = pText(reading.value(test));
  return {
    label: `${protocol.analyses[analysis]?.title ?? analysis}: log-rank p`,
    cells: [shown(p, test), ...blank(3)],
  };
}
