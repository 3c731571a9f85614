import type { Curve, KaplanMeierFigure } from "../figures/kaplan-meier-figure.ts";
import { childrenText } from "../prose/children-text.ts";
import { reasonWords } from "../prose/reason-words.ts";
import { pText, type Reading } from "./read-results.ts";

const DAYS_PER_TICK = 365.25;
const MONTHS_PER_TICK = 12;

const PRINTED: KaplanMeierFigure["printed"] = [
  { time: 12, survival: 0.85, label: "85 %" },
  { time: 29, survival: 0.5, label: "29 months" },
  { time: 60, survival: 0.4, label: "40 %" },
];

/** Figure 2 of the paper: relapse-free survival from diagnosis. */
export function relapseFreeInput(reading: Reading, isOwnCohort: boolean): KaplanMeierFigure {
  const { text, value } = reading;
  const id = "relapse-free.all";
  const end = (limit: string) => (value(`${id}.${limit}`) === null ? "not reached" : text(`${id}.${limit}`));
  const median =
    value(`${id}.median`) === null
      ? "Median not estimable"
      : `Median ${text(`${id}.median`)} months (95 % CI ${end("median-lower")} to ${end("median-upper")})`;
  return {
    ...reading.said,
    name: "kaplan-meier",
    title: "Relapse-free survival",
    description: `Kaplan-Meier estimate of relapse-free survival in months from diagnosis, with pointwise 95 % log-log limits and a risk table. ${value(`${id}.median`) === null ? "Median not estimable." : `Median ${text(`${id}.median`)} months.`}`,
    timeLabel: "Months from diagnosis",
    survivalLabel: "Relapse-free",
    ticks: ticksOf(reading, id),
    curves: [curveOf(reading, "relapse-free", "all")],
    notes: [
      `${text(`${id}.events`)} of ${childrenText(reading.count(`${id}.n`))} relapsed`,
      median,
      "Band: pointwise 95 % log-log limits; ticks: censored",
      ...(isOwnCohort ? ["Diamonds: printed in the paper"] : []),
    ],
    printed: isOwnCohort ? PRINTED : [],
  };
}

/** The same by a stratum, with its log-rank test. */
export function stratumInput(
  reading: Reading,
  analysis: string,
  title: string,
  groups: readonly string[],
): KaplanMeierFigure {
  const present = groups.filter((group) => (reading.value(`${analysis}.${group}.n`) ?? 0) > 0);
  const [first = ""] = groups;
  return {
    ...reading.said,
    name: analysis,
    title,
    description: `Kaplan-Meier estimates of relapse-free survival in months from diagnosis: ${present.length === 0 ? "no children" : present.join(", ")}; the log-rank p value is given.`,
    timeLabel: "Months from diagnosis",
    survivalLabel: "Relapse-free",
    ticks: ticksOf(reading, `${analysis}.${first}`),
    curves: present.map((group) => curveOf(reading, analysis, group)),
    notes: [logRankNote(reading, `${analysis}.compared.log-rank-p`)],
    printed: [],
  };
}

function logRankNote({ row, value }: Reading, id: string): string {
  const p = value(id);
  if (p === null) return `Log-rank test not estimable: ${reasonWords(row(id).because)}`;
  return `Log-rank p ${p < 0.001 ? pText(p) : `= ${pText(p)}`}`;
}

/** Ticks are the columns of the risk table, as months. */
function ticksOf({ results }: Reading, group: string): readonly number[] {
  return results.results
    .filter(({ id, statistic }) => statistic === "risk-at-risk" && id.startsWith(`${group}.`))
    .map(({ at = 0 }) => monthOf(at));
}

const monthOf = (day: number): number => Math.round(day / DAYS_PER_TICK) * MONTHS_PER_TICK;

function curveOf({ results, value }: Reading, analysis: string, group: string): Curve {
  const own = results.results.filter((result) => result.analysis === analysis && result.group === group);
  const days = own.filter(({ statistic }) => statistic === "step-survival");
  const columns = own.filter(({ statistic }) => statistic === "risk-at-risk");
  const at = (statistic: string, day: number) => value(`${analysis}.${group}.${statistic}@${day}`);
  return {
    name: group,
    median: value(`${analysis}.${group}.median`),
    steps: days.map(({ at: day = 0, value: survival }) => ({
      time: (day / DAYS_PER_TICK) * MONTHS_PER_TICK,
      survival: survival ?? 0,
      lower: at("step-lower", day),
      upper: at("step-upper", day),
      censored: at("step-censored", day) ?? 0,
    })),
    risk: columns.map(({ at: day = 0, value: atRisk }) => ({
      time: monthOf(day),
      atRisk: atRisk ?? 0,
      events: at("risk-events", day) ?? 0,
      censored: at("risk-censored", day) ?? 0,
    })),
  };
}
