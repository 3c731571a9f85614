import type { Cell } from "@osteon/engine";
import type { Result } from "@osteon/estimate";

/** The cells of a tally in which the children behind a number stand. */
export interface Count {
  readonly analysis: string;
  /** The results whose children these are. */
  readonly counts: readonly string[];
  /** Whether the number counts just these; otherwise it was computed from them. */
  readonly exact: boolean;
  readonly cells: readonly (readonly Cell[])[];
}

/**
 * The count behind a number: its own cells; on a curve those of its day; else those of the count that it names
 * (of a share or its limits what it is a share of); of a comparison those of all groups, or of those within its own. Nothing where there is no such result.
 */
export function countBehind(results: readonly Result[], id: string): Count | undefined {
  const found = results.find((result) => result.id === id);
  if (found === undefined) return undefined;
  const { analysis, group, statistic, at } = found;
  const named = (name: string | undefined): Result | undefined => {
    const one = results.find((result) => result.id === name);
    return one?.cells === undefined ? undefined : one;
  };
  const count = (name: string) => named(`${analysis}.${group}.${name}`);
  if (found.cells !== undefined) return countOf([found], true);
  if (at !== undefined) {
    const onDay = ofDay(statistic, at, count);
    if (onDay !== undefined) return onDay;
  }
  const own = named(found.of) ?? count("n") ?? count("N");
  if (own !== undefined) return countOf([own], false);
  const counted = results.filter((one) => one.analysis === analysis && one.cells !== undefined);
  const whole = counted.some((one) => one.statistic === "N") ? "N" : "n";
  const groups = counted.filter((one) => one.statistic === whole);
  const within = groups.filter((one) => one.group.startsWith(`${group}/`));
  const compared = within.length === 0 ? groups : within;
  return compared.length === 0 ? undefined : countOf(compared, false);
}

function countOf(counts: readonly Result[], exact: boolean): Count {
  return {
    analysis: counts[0]?.analysis ?? "",
    counts: counts.map(({ id }) => id),
    exact,
    cells: counts.flatMap(({ cells = [] }) => cells),
  };
}

/** Survival tallies end in the day and whether it was an event, so the group's cells hold every column of the risk table. */
function ofDay(statistic: string, at: number, count: (name: string) => Result | undefined): Count | undefined {
  const all = count("n");
  const of = (belongs: (day: number, event: number) => boolean): Count | undefined => {
    if (all === undefined) return undefined;
    const group = countOf([all], true);
    return { ...group, cells: group.cells.filter((cell) => belongs(Number(cell.at(-2)), Number(cell.at(-1)))) };
  };
  switch (statistic) {
    case "step-at-risk":
    case "risk-at-risk":
      return of((day) => day >= at);
    case "risk-events":
      return of((day, event) => day < at && event === 1);
    case "risk-censored":
      return of((day, event) => day < at && event === 0);
    case "step-survival":
    case "step-lower":
    case "step-upper": {
      const events = count(`step-events@${at}`);
      const step = events?.value === 0 ? count(`step-censored@${at}`) : events;
      return step === undefined ? undefined : countOf([step], false);
    }
    default:
      return undefined;
  }
}
