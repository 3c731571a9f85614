import { isDeepStrictEqual } from "node:util";
import { type FollowUpPlan, inPlanOrder, PLAN_TABLE_NAME, type Problem, placed } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { queried } from "../registry-fault.ts";

/** The follow-up plan as it was from one change to the next. */
export interface PlanVersion {
  /** From 1, each one more than the one before. */
  readonly version: number;
  readonly points: FollowUpPlan;
  readonly changedAt: string;
  /** The account; `migration` for the plan that the registry began with. */
  readonly changedBy: string;
  readonly reason: string | null;
}

const VERSION = sql`version, points, changed_at as "changedAt", changed_by as "changedBy", reason`;

/** The plan that stands. */
export async function readFollowUpPlan(session: Session): Promise<PlanVersion> {
  const { rows } = await sql<PlanVersion>`
    select ${VERSION} from access.follow_up_plan order by version desc limit 1`.execute(session);
  const [plan] = rows;
  if (plan === undefined) throw new Error("the registry has no follow-up plan");
  return plan;
}

/** Every version of the plan, the latest first. */
export async function followUpVersions(session: Session): Promise<readonly PlanVersion[]> {
  const { rows } = await sql<PlanVersion>`
    select ${VERSION} from access.follow_up_plan order by version desc`.execute(session);
  return rows;
}

/** Puts a plan in the place of the version that was read; by administrators, with a reason. The database holds both, and the plan's rules. */
export async function writeFollowUpPlan(session: Session, points: FollowUpPlan, read: number): Promise<void> {
  await sql`insert into access.follow_up_plan (version, points)
    values (${read + 1}, ${JSON.stringify(inPlanOrder(points))}::jsonb)`.execute(session);
}

/** Told in a dry run: the files bring a plan that is not the registry's. */
export async function planNotes(session: Session, brought: FollowUpPlan | undefined): Promise<readonly Problem[]> {
  if (brought === undefined || isDeepStrictEqual((await readFollowUpPlan(session)).points, brought)) return [];
  return [placed(queried("plan-left"), { file: `${PLAN_TABLE_NAME}.csv` })];
}
