import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Protocol } from "@osteon/protocol";
import { breakdown, CALENDAR_YEAR, CENTRE, continuous, count, share } from "./kinds.ts";

const NOT_KNOWN = ["not_seen", "undetermined"] as const;
const FULL = ["full_remission"] as const;

/** Pain and both globals, at diagnosis and at the last visit. */
const scales = Object.fromEntries(
  (["pain", "patient_global", "physician_global"] as const).flatMap((item) => {
    const id = item.replace("_", "-");
    const title = { pain: "Pain", patient_global: "Patient global", physician_global: "Physician global" }[item];
    return [
      [`${id}-at-diagnosis`, continuous(`${title} at diagnosis`, `${item}_at_diagnosis`, NUMBER)],
      [`${id}-at-last`, continuous(`${title} at the last visit`, `${item}_at_last`, NUMBER)],
    ];
  }),
);

/** Who is still seen, who is lost and why, and how the children are at their last visit. */
export const FOLLOW_UP: Protocol["analyses"] = {
  "follow-up": continuous("Follow-up from diagnosis to the last contact", "follow_up_days", YEARS),
  "follow-up-state": breakdown("Follow-up on the day of the report", "follow_up_state", [
    "in_follow_up",
    "lost",
    "died",
  ]),
  "in-follow-up": share("In follow-up", "follow_up_state", {}, ["in_follow_up"]),
  "in-follow-up-by-centre": share("In follow-up, by centre", "follow_up_state", { by: [CENTRE] }, ["in_follow_up"]),
  "since-last-visit": continuous("Since the last visit, children in follow-up", "days_unseen", MONTHS, {
    where: { follow_up_state: "in_follow_up" },
  }),
  "loss-reason": breakdown("Why not in follow-up", "loss_reason", ["recorded_as_lost", "died", "no_reason_recorded"], {
    where: { follow_up_state: ["lost", "died"] },
  }),
  "due-by-plan": count("By the follow-up plan, children in follow-up", {
    where: { follow_up_state: "in_follow_up" },
    by: [{ column: "due_state", levels: "found" }],
  }),
  due: share("A visit is due, children in follow-up", "due_now", { where: { follow_up_state: "in_follow_up" } }),
  overdue: share("A visit is overdue, children in follow-up", "overdue_now", {
    where: { follow_up_state: "in_follow_up" },
  }),
  "lost-by-plan": count("By the follow-up plan, children without a visit for 15 months", {
    where: { loss_reason: "no_reason_recorded" },
    by: [{ column: "missed_state", levels: "found" }],
  }),
  "without-visit": count("Children without a visit in the chart", { where: { has_visit: 0 } }),
  "children-by-year": count("Children in the registry, by calendar year", {
    from: "child_year",
    by: [CALENDAR_YEAR],
  }),
  "seen-by-year": share("Seen in the year", "seen", { from: "child_year", by: [CALENDAR_YEAR] }),
  ...scales,
  "state-at-last": breakdown("State at the last visit", "state_at_last", [
    "full_remission",
    "partial_remission",
    "active",
  ]),
  remission: share("Full remission at the last visit", "state_at_last", { unknown: NOT_KNOWN }, FULL),
  "remission-by-centre": share(
    "Full remission at the last visit, by centre",
    "state_at_last",
    { by: [CENTRE], unknown: NOT_KNOWN },
    FULL,
  ),
};
