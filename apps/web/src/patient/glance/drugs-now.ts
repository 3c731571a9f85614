import type { Chart, Row } from "@osteon/api";
import type { EpochDay } from "@osteon/codebook";
import { byDay, dayOf, rowsOf } from "../chart-rows.ts";

/** What a child is given on a day, from complete rows. */
export interface DrugsNow {
  readonly goingOn: readonly Row[];
  /** Begun, and the chart does not know whether or when they were stopped. */
  readonly unsure: readonly Row[];
  /** The day after which none was given; undefined where none ever was. */
  readonly lastUntil: EpochDay | undefined;
  /** Treatments that are drafts, and so are not counted. */
  readonly drafts: number;
}

/** Drugs and antibiotics that go on. "Not applicable" as the day of the stop says that they do, and so does a stop still to come. */
export function drugsNow(chart: Chart, today: EpochDay): DrugsNow {
  const all = byDay([...rowsOf(chart, "treatment"), ...rowsOf(chart, "antibiotic")]);
  const begun = all.filter(
    ({ status, cells }) => status === "complete" && (dayOf(cells.started_on) ?? Number.POSITIVE_INFINITY) <= today,
  );
  const stopOf = ({ cells }: Row) => dayOf(cells.stopped_on);
  const isUnsure = ({ cells }: Row) => ["unknown", "not done"].includes(cells.stopped_on ?? "");
  const stopped = begun.flatMap((row) => stopOf(row) ?? []).filter((day) => day < today);
  return {
    goingOn: begun.filter((row) => !isUnsure(row) && (stopOf(row) ?? Number.POSITIVE_INFINITY) >= today),
    unsure: begun.filter(isUnsure),
    lastUntil: stopped.length === 0 ? undefined : Math.max(...stopped),
    drafts: all.filter(({ status }) => status === "draft").length,
  };
}
