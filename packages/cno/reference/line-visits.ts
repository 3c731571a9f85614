import type { CnoProtocol } from "@osteon/cno";
import type { Chart } from "./chart.ts";
import { closest, within } from "./closest.ts";
import { type Line, linesOf } from "./lines.ts";
import { type VisitSign, visitSigns } from "./visit-signs.ts";

export type LineVisit = {
  readonly patient_no: number;
  readonly line_class: string;
  readonly visit_no: number;
  readonly visited_epoch_day: number;
  readonly day: number;
  readonly state: string;
  readonly reason: string;
  readonly baseline_visit_no: number | null;
  readonly crp_laboratory_no: number | null;
  readonly esr_laboratory_no: number | null;
};

const VISIT = { dayOf: (sign: VisitSign) => sign.visited_epoch_day, noOf: (sign: VisitSign) => sign.visit_no };

/** The visit that stands for the state at the start of a line. */
export function baselineOf(
  { start_epoch_day }: Line,
  signs: readonly VisitSign[],
  protocol: CnoProtocol,
): VisitSign | undefined {
  const around = signs.filter((sign) =>
    within(sign.visited_epoch_day - start_epoch_day, protocol.rules.baseline.window),
  );
  return closest(around, VISIT, start_epoch_day, protocol);
}

/** Each visit after the start of each line, and its state against the line's start. */
export function lineVisits(chart: Chart, protocol: CnoProtocol): readonly LineVisit[] {
  const signs = visitSigns(chart, protocol);
  return linesOf(chart, protocol).flatMap((line) => {
    const baseline = baselineOf(line, signs, protocol);
    return signs
      .filter((sign) => sign.visited_epoch_day > line.start_epoch_day)
      .map((sign) => ({
        patient_no: sign.patient_no,
        line_class: line.line_class,
        visit_no: sign.visit_no,
        visited_epoch_day: sign.visited_epoch_day,
        day: sign.visited_epoch_day - line.start_epoch_day,
        ...judge(sign, baseline),
        baseline_visit_no: baseline?.visit_no ?? null,
        crp_laboratory_no: sign.crp_laboratory_no,
        esr_laboratory_no: sign.esr_laboratory_no,
      }));
  });
}

/** The state of a visit and why. */
function judge(now: VisitSign, baseline: VisitSign | undefined): { readonly state: string; readonly reason: string } {
  if (now.symptomatic === 0 && now.inflamed === 0) return { state: "full_remission", reason: "no-signs" };
  if (now.symptomatic === 0 && now.inflamed_by_limit === 1)
    return { state: "undetermined", reason: "marker-limit-only" };
  if (now.subjective_change === null) return { state: "undetermined", reason: "change-not-recorded" };
  if (now.subjective_change !== "improved") return { state: "active", reason: "not-improved" };
  if (baseline === undefined) return { state: "undetermined", reason: "no-baseline-visit" };
  const reduced = reduction(now, baseline);
  if (reduced !== undefined) return { state: "partial_remission", reason: `improved-${reduced}-reduced` };
  if (baseline.inflamed === null || now.inflamed === null) {
    return { state: "undetermined", reason: "inflammation-not-recorded" };
  }
  if (baseline.inflamed === 0 && now.inflamed === 0)
    return { state: "partial_remission", reason: "improved-never-inflamed" };
  if (isMaybeReduced(now, baseline)) return { state: "undetermined", reason: "marker-limit-only" };
  return { state: "active", reason: "improved-inflammation-not-reduced" };
}

/** The first inflammatory variable that was raised at the start and is lower now, whatever limits leave open. */
function reduction(now: VisitSign, start: VisitSign): "crp" | "esr" | "local-signs" | undefined {
  if (start.crp_elevated === 1 && fall(now, start, "crp") === 1) return "crp";
  if (start.esr_elevated === 1 && fall(now, start, "esr") === 1) return "esr";
  return start.local_signs !== null && now.local_signs_at_most < start.local_signs ? "local-signs" : undefined;
}

/** Whether limits leave open that a marker that was raised at the start is lower now. */
const isMaybeReduced = (now: VisitSign, start: VisitSign): boolean =>
  (["crp", "esr"] as const).some(
    (marker) =>
      start[`${marker}_elevated`] === 1 && now[`${marker}_laboratory_no`] !== null && fall(now, start, marker) === null,
  );

/** Whether a marker fell: of every two values that it can have had, or of none; null where that is open. */
function fall(now: VisitSign, start: VisitSign, marker: "crp" | "esr"): number | null {
  if (now[`${marker}_laboratory_no`] === null || start[`${marker}_laboratory_no`] === null) return null;
  const ends = ({
    [`${marker}_lowest_x1000` as const]: lowest,
    [`${marker}_highest_x1000` as const]: highest,
  }: VisitSign) => [lowest ?? 0, highest ?? Number.MAX_SAFE_INTEGER];
  const all = ends(now).flatMap((later) => ends(start).map((earlier) => later < earlier));
  return all.every((fell) => fell) ? 1 : all.some((fell) => fell) ? null : 0;
}

/** The visit that stands for a line at a time point, if one lies in its window. */
export function visitAt(
  visits: readonly LineVisit[],
  line: Line,
  point: CnoProtocol["timePoints"][string],
  protocol: CnoProtocol,
) {
  const inWindow = visits.filter(({ line_class, day }) => line_class === line.line_class && within(day, point.window));
  return closest(inWindow, { dayOf: ({ day }) => day, noOf: ({ visit_no }) => visit_no }, point.targetDay, protocol);
}
