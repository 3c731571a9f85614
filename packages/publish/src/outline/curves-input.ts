import { DAYS_PER_MONTH } from "@osteon/codebook";
import type { Pair } from "@osteon/words";
import type { Curve, CurveStep, KaplanMeierFigure } from "../figures/kaplan-meier-figure.ts";
import { textOf } from "./fill.ts";
import type { CurvesSpec, Outline } from "./outline.ts";
import type { Reading } from "./read-results.ts";
import { titled } from "./titled.ts";

const NOBODY: Pair = { en: "no children", de: "keine Kinder" };
const PRINTED: Pair = { en: "Diamonds: printed in the paper", de: "Rauten: in der Arbeit gedruckt" };

/** Curves of a survival analysis: all children, or each group that somebody is in; `{groups}` in the description names these, as a person may have typed them: no braces are read in names. */
export function curvesInput(
  reading: Reading,
  { labels }: Pick<Outline, "labels">,
  spec: CurvesSpec,
  isOwnCohort: boolean,
): KaplanMeierFigure {
  const { of, groups } = spec;
  const isGrouped = groups.length > 1;
  const present = isGrouped ? groups.filter((group) => (reading.value(`${of}.${group}.n`) ?? 0) > 0) : groups;
  const nameOf = (group: string): string => labels[group] ?? group;
  const named = present.length === 0 ? NOBODY[reading.language] : present.map(nameOf).join(", ");
  const printed = isOwnCohort ? (spec.printed ?? []) : [];
  return {
    ...titled(reading, { ...spec, description: "" }),
    description: spec.description
      .split("{groups}")
      .map((part) => textOf(reading, part))
      .join(named),
    timeLabel: spec.timeLabel,
    survivalLabel: spec.survivalLabel,
    ticks: ticksOf(reading, `${of}.${groups[0] ?? ""}`),
    curves: present.map((group) => curveOf(reading, of, group, nameOf(group))),
    notes: [
      ...spec.notes.map((note) => textOf(reading, note)),
      ...(printed.length === 0 ? [] : [PRINTED[reading.language]]),
    ],
    printed,
  };
}

/** Ticks are the columns of the risk table, as months. */
function ticksOf({ results }: Reading, group: string): readonly number[] {
  return results.results
    .filter(({ id, statistic }) => statistic === "risk-at-risk" && id.startsWith(`${group}.`))
    .map(({ at = 0 }) => monthOf(at));
}

const monthOf = (day: number): number => Math.round(day / DAYS_PER_MONTH);

/** A curve is drawn as far as its axis: whom it follows for longer stands in the last column of the risk table. */
function untilMonth(steps: readonly CurveStep[], last: number): readonly CurveStep[] {
  const drawn = steps.filter(({ time }) => time <= last);
  if (drawn.length === steps.length) return steps;
  const { survival, lower, upper } = drawn.at(-1) ?? { survival: 1, lower: null, upper: null };
  return [...drawn, { time: last, survival, lower, upper, censored: 0 }];
}

function curveOf({ results, value }: Reading, analysis: string, group: string, name: string): Curve {
  const own = results.results.filter((result) => result.analysis === analysis && result.group === group);
  const days = own.filter(({ statistic }) => statistic === "step-survival");
  const columns = own.filter(({ statistic }) => statistic === "risk-at-risk");
  const at = (statistic: string, day: number) => value(`${analysis}.${group}.${statistic}@${day}`);
  const steps = days.map(({ at: day = 0, value: survival }) => ({
    time: day / DAYS_PER_MONTH,
    survival: survival ?? 0,
    lower: at("step-lower", day),
    upper: at("step-upper", day),
    censored: at("step-censored", day) ?? 0,
  }));
  return {
    name,
    median: value(`${analysis}.${group}.median`),
    steps: untilMonth(steps, (columns.at(-1)?.at ?? 0) / DAYS_PER_MONTH),
    risk: columns.map(({ at: day = 0, value: atRisk }) => ({
      time: monthOf(day),
      atRisk: atRisk ?? 0,
      events: at("risk-events", day) ?? 0,
      censored: at("risk-censored", day) ?? 0,
    })),
  };
}
