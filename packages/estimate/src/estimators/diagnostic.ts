import type { Tally } from "@osteon/engine";
import type { DiagnosticAnalysis } from "@osteon/protocol";
import {
  type CutOff,
  clopperPearson,
  countsAt,
  proportion,
  rocArea,
  rocCurve,
  type Scored,
  wilson,
} from "@osteon/stats";
import type { Group, Statistic } from "./rows-of.ts";

const LEVEL = 0.95;

/** Sensitivity and specificity at the cut-offs, the ROC curve and its area; incomplete scores are counted as missing. */
export function diagnostic(tally: Tally, { cutOffs, positive }: DiagnosticAnalysis): readonly Group[] {
  const known = tally.rows.filter(({ key }) => key[0] !== null && key[1] !== null);
  const rows = known.map(({ key, n }): Scored => ({ score: Number(key[0]), truth: key[1] === positive ? 1 : 0, n }));
  const sum = (counted: readonly { readonly n: number }[]) => counted.reduce((total, { n }) => total + n, 0);
  const area = rocArea(rows, LEVEL);
  return [
    {
      group: "all",
      statistics: [
        { statistic: "n", value: sum(rows), method: "count", cells: known.map(({ key }) => key) },
        { statistic: "missing", value: sum(tally.rows) - sum(rows), method: "count" },
        ...cutOffs.flatMap((cutOff) => atCutOff(countsAt(rows, cutOff))),
        { statistic: "roc-area", value: area.area, method: "area under the ROC curve, ties half" },
        { statistic: "roc-area-lower", value: area.lower, method: "DeLong, 95 %" },
        { statistic: "roc-area-upper", value: area.upper, method: "DeLong, 95 %" },
        ...rocCurve(rows).flatMap((point) => rocPoint(point)),
      ],
    },
  ];
}

function atCutOff(counts: CutOff): readonly Statistic[] {
  const { cutOff, truePositives, falseNegatives, trueNegatives, falsePositives } = counts;
  const share = (name: string, x: number, n: number): readonly Statistic[] => {
    const score = wilson(x, n, LEVEL);
    const exact = clopperPearson(x, n, LEVEL);
    return [
      { statistic: `${name}-${cutOff}`, value: proportion(x, n), method: "n / N" },
      { statistic: `${name}-${cutOff}-lower`, value: score.lower, method: "Wilson score limits, 95 %" },
      { statistic: `${name}-${cutOff}-upper`, value: score.upper, method: "Wilson score limits, 95 %" },
      {
        statistic: `${name}-${cutOff}-clopper-pearson-lower`,
        value: exact.lower,
        method: "Clopper-Pearson limits, 95 %",
      },
      {
        statistic: `${name}-${cutOff}-clopper-pearson-upper`,
        value: exact.upper,
        method: "Clopper-Pearson limits, 95 %",
      },
    ];
  };
  const count = (statistic: string, value: number): Statistic => ({
    statistic: `${statistic}-${cutOff}`,
    value,
    method: "count",
  });
  return [
    count("true-positives", truePositives),
    count("false-negatives", falseNegatives),
    count("true-negatives", trueNegatives),
    count("false-positives", falsePositives),
    ...share("sensitivity", truePositives, truePositives + falseNegatives),
    ...share("specificity", trueNegatives, trueNegatives + falsePositives),
  ];
}

function rocPoint({
  cutOff,
  truePositives,
  falseNegatives,
  trueNegatives,
  falsePositives,
}: CutOff): readonly Statistic[] {
  return [
    {
      statistic: "roc-sensitivity",
      at: cutOff,
      value: proportion(truePositives, truePositives + falseNegatives),
      method: "n / N",
    },
    {
      statistic: "roc-specificity",
      at: cutOff,
      value: proportion(trueNegatives, trueNegatives + falsePositives),
      method: "n / N",
    },
  ];
}
