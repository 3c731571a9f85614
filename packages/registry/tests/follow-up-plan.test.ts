import assert from "node:assert/strict";
import { before, test } from "node:test";
import { FIRST_PLAN, type FollowUpPlan, inPlanOrder, planProblems } from "@osteon/codebook";
import { asRole, followUpVersions, readFollowUpPlan, writeFollowUpPlan } from "@osteon/registry";
import fc from "fast-check";
import { sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { accountOf, ROLES, seedTwoCentres } from "./seeded.ts";

const [week2, month3] = FIRST_PLAN as readonly [FollowUpPlan[number], FollowUpPlan[number]];

/** Days near each other, so that many windows are empty, overlap or lose their target; and now and then one that cannot be. */
const day = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: -3, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(-366, 36_526, -365, 36_525) },
);
const label = fc.oneof(
  { weight: 20, arbitrary: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom("a", "Ö", "7") }) },
  { weight: 1, arbitrary: fc.constantFrom("", " a", "x".repeat(41), "a\u200bb", "a/b", "NA", "–") },
);
const point = fc.record({
  name: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom("a", "b", "c", "d_1", "month6", "w".repeat(32)) },
    { weight: 1, arbitrary: fc.constantFrom("", "A", "1a", "a-b", "w".repeat(33)) },
  ),
  targetDay: day,
  firstDay: day,
  lastDay: day,
  label: fc.record({ en: label, de: label }),
});
/** Days between two windows; now and then they share one. */
const gapDays = fc.oneof({ weight: 30, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.constant(-1) });
/** Windows in turn, which are often a plan. */
const inTurn = fc
  .array(fc.tuple(gapDays, fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 26, size: "max" })
  .map((steps) => {
    let last = -1;
    return steps.map(([gap, before, after], place) => {
      const firstDay = last + 1 + gap;
      last = firstDay + before + after;
      const words = { en: `Visit ${place}`, de: `Visite ${place}` };
      return { name: `v${place}`, firstDay, targetDay: firstDay + before, lastDay: last, label: words };
    });
  });

onEnginesBelow("the follow-up plan", ({ database }) => {
  const administrator = member(accountOf("administrator", ""), { reason: "seen more often" });
  const change = (points: FollowUpPlan, read: number, claims = administrator) =>
    outcome(() => asRole(database(), claims, (session) => writeFollowUpPlan(session, points, read)));
  before(async () => await seedTwoCentres(database()));

  test("a registry begins with the plan that the codebook states", async () => {
    const plan = await asRole(database(), member(accountOf("study_nurse", "Aachen")), readFollowUpPlan);
    assert.deepEqual(plan.points, FIRST_PLAN);
    assert.deepEqual([plan.version, plan.changedBy, plan.reason], [1, "migration", null]);
  });

  test("everyone reads it, administrators alone change it, and nobody changes or takes away a version", async () => {
    for (const role of [...ROLES, "nobody"] as const) {
      const claims = member(role === "nobody" ? "nobody" : accountOf(role, "Aachen"), { reason: "tried" });
      assert.equal((await asRole(database(), claims, readFollowUpPlan)).points.length, 5, role);
      const tried = () =>
        asRole(database(), claims, async (session) => {
          await writeFollowUpPlan(session, [week2], 1);
          throw new Error("undone");
        });
      assert.equal(await outcome(tried), role === "administrator" ? "Error: undone" : "42501", role);
      for (const text of ["update access.follow_up_plan set points = '[]'", "delete from access.follow_up_plan"])
        assert.equal(
          await outcome(() => asRole(database(), claims, (session) => sql.raw(text).execute(session))),
          "42501",
          `${role}: ${text}`,
        );
    }
  });

  test("a change says why, follows the version that was read, and stands in the trail with what was before it", async () => {
    assert.equal(await change([week2], 1, member(accountOf("administrator", ""))), "OS005");
    assert.equal(await change([month3, week2], 1), "done");
    assert.equal(await change([week2], 1), "OS010", "someone else changed it meanwhile");
    assert.equal(await change([week2], 5), "OS010");
    const versions = await asRole(database(), member("nobody"), followUpVersions);
    assert.deepEqual(
      versions.map(({ version, points, reason, changedBy }) => [version, points.length, reason, changedBy]),
      [
        [2, 2, "seen more often", administrator.account],
        [1, 5, null, "migration"],
      ],
    );
    assert.deepEqual(versions[0]?.points, [week2, month3], "in the order of their windows");
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "test" }, (session) =>
      sql`select chain, action, actor, reason, after -> 'points' -> 0 ->> 'name' as name from audit.entry
        where entity = 'access.follow_up_plan'`.execute(session),
    );
    assert.deepEqual(rows, [
      {
        chain: "registry",
        action: "insert",
        actor: administrator.account,
        reason: "seen more often",
        name: "week2",
      },
    ]);
  });

  test("the database refuses what the codebook refuses, and nothing else", async () => {
    const seen = { good: 0, bad: 0 };
    const codes = new Set<string>();
    const plans: FollowUpPlan[] = [];
    fc.assert(
      fc.property(fc.oneof(fc.array(point, { maxLength: 3 }), inTurn), (plan) => void plans.push(inPlanOrder(plan))),
      { numRuns: 600, seed: 27 },
    );
    const { rows } = await sql<{ fault: string | null }>`
      select access.plan_fault(one) as fault from jsonb_array_elements(${JSON.stringify(plans)}::jsonb) with ordinality as p (one, place)
      order by place`.execute(database().kysely);
    for (const [index, plan] of plans.entries()) {
      const problems = planProblems(plan);
      for (const { code } of problems) codes.add(code);
      seen[problems.length === 0 ? "good" : "bad"] += 1;
      const fault = rows[index]?.fault ?? null;
      assert.equal(fault !== null, problems.length > 0, `${fault}: ${JSON.stringify([plan, problems])}`);
    }
    assert.ok(seen.good > 100 && seen.bad > 100, JSON.stringify(seen));
    assert.deepEqual([...codes].sort(), [
      ...["plan-day", "plan-empty", "plan-label", "plan-name", "plan-name-twice", "plan-too-long"],
      ...["target-outside-window", "time-points-overlap", "window-empty"],
    ]);
    assert.equal(await change([{ ...week2, lastDay: 50 }, month3], 2), "23514", "and it is a rule of the table itself");
  });
});
