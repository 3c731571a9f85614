import type { ChartRow, Charts } from "./charts.ts";

/** Whether studies may use a child's chart, and if not, why. */
export type Standing = "in" | "withdrawn" | "opted-out" | "not-given";

/** How a consent that is not stated is read: as given, where whoever keeps the charts answers for them, or as not given. */
export type BlankConsent = "given" | "not-given";

/** The rule, once for chart folders; `work.standing` is the same in the database, and a test holds the two together. Words that state nothing count as a blank. */
export function standingOf({ consent = "", status = "" }: ChartRow, blank: BlankConsent): Standing {
  const stated = consent.trim();
  if (stated === "withdrawn") return "withdrawn";
  if (status.trim() === "opted_out") return "opted-out";
  if (stated === "given" || stated === "waived" || blank === "given") return "in";
  return "not-given";
}

/** How many children stay out of a study, by why, and how many stay in though nobody stated their consent. */
export interface ConsentCount {
  readonly withdrawn: number;
  readonly optedOut: number;
  readonly notGiven: number;
  readonly blank: number;
  /** Children with complete rows whose own row is a draft; a chart folder has none. */
  readonly draft?: number;
}

const NOBODY: ConsentCount = { withdrawn: 0, optedOut: 0, notGiven: 0, blank: 0 };

/**
 * The charts without the children who withdrew or opted out, in no table. A chart folder answers for itself: a consent that
 * is not stated stays in, and is counted. `before` are those who were left out before the charts came here.
 */
export function withoutLeavers(
  charts: Charts,
  before: ConsentCount = NOBODY,
): { readonly charts: Charts; readonly consent: ConsentCount } {
  const children = charts.find(({ name }) => name === "patient")?.rows ?? [];
  const leavers = new Map<string, Standing>();
  let blank = 0;
  for (const { cells } of children) {
    const standing = standingOf(cells, "given");
    if (standing !== "in") leavers.set((cells.patient ?? "").trim(), standing);
    else if (standingOf(cells, "not-given") !== "in") blank++;
  }
  const count = (standing: Standing): number => [...leavers.values()].filter((one) => one === standing).length;
  const consent = {
    withdrawn: before.withdrawn + count("withdrawn"),
    optedOut: before.optedOut + count("opted-out"),
    notGiven: before.notGiven,
    blank,
    ...(before.draft === undefined ? {} : { draft: before.draft }),
  };
  if (leavers.size === 0) return { charts, consent };
  const stays = ({ cells }: { readonly cells: ChartRow }): boolean => !leavers.has((cells.patient ?? "").trim());
  return { charts: charts.map((chart) => ({ ...chart, rows: chart.rows.filter(stays) })), consent };
}
