import type { Pair } from "@osteon/words";
import type { Curve, KaplanMeierFigure } from "../figures/kaplan-meier-figure.ts";
import { textOf } from "./fill.ts";
import type { CurvesSpec, Outline } from "./outline.ts";
import type { Reading } from "./read-results.ts";
import { titled } from "./titled.ts";

const DAYS_PER_TICK = 365.25;
const MONTHS_PER_TICK = 12;

const NOBODY: Pair = { en: "no children", de: "keine Kinder" };
const PRINTED: Pair = { en: "Diamonds: printed in the paper", de: "Rauten: in der Arbeit gedruckt" };

/** Curves of a survival analysis: all children, or each group that somebody is in; `{groups}` in the description names these. */
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
    ...titled(reading, { ...spec, description: spec.description.replace("{groups}", () => named) }),
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

const monthOf = (day: number): number => Math.round(day / DAYS_PER_TICK) * MONTHS_PER_TICK;

function curveOf({ results, value }: Reading, analysis: string, group: string, name: string): Curve {
  const own = results.results.filter((result) => result.analysis === analysis && result.group === group);
  const days = own.filter(({ statistic }) => statistic === "step-survival");
  const columns = own.filter(({ statistic }) => statistic === "risk-at-risk");
  const at = (statistic: string, day: number) => value(`${analysis}.${group}.${statistic}@${day}`);
  return {
    name,
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
