import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST_PLAN } from "@osteon/codebook";
import fc from "fast-check";
import { dayOf, dueVisits, type FollowedChild, isoOf, LATE_DAYS } from "../src/schedule/due-visits.ts";

/** Months 3 and 6. */
const TIME_POINTS = FIRST_PLAN.slice(1, 3);

const CHILD: FollowedChild = { diagnosedOn: "2020-01-01", starts: [], visits: [], endedOn: null };
const statesOn = (asOf: string, more: Partial<FollowedChild> = {}): readonly string[] =>
  dueVisits({ ...CHILD, ...more }, TIME_POINTS, asOf).map(({ state }) => state);

test("windows are counted from the diagnosis where no treatment was given: 36 and 136 days after New Year 2020", () => {
  const [month3] = dueVisits(CHILD, TIME_POINTS, "2020-01-01");
  // By R: as.Date("2020-01-01") + c(36, 91, 136)
  assert.deepEqual(month3, {
    timePoint: "month3",
    label: { en: "Month 3", de: "Monat 3" },
    opensOn: "2020-02-06",
    targetOn: "2020-04-01",
    closesOn: "2020-05-16",
    state: "upcoming",
  });
});

test("a window is upcoming, due on its first and its last day, late for 180 days, then missed", () => {
  const first = (asOf: string) => statesOn(asOf)[0];
  assert.equal(first("2020-02-05"), "upcoming");
  assert.equal(first("2020-02-06"), "due");
  assert.equal(first("2020-05-16"), "due");
  assert.equal(first("2020-05-17"), "late");
  assert.equal(first("2020-11-12"), "late");
  assert.equal(first("2020-11-13"), "missed");
});

test("a complete visit in the window makes it done, a draft alone part; one outside it, or later than the day, nothing", () => {
  const visit = (visitedOn: string, status: "draft" | "complete") => ({ visit: visitedOn, visitedOn, status });
  const draft = visit("2020-03-31", "draft");
  assert.deepEqual(statesOn("2020-04-02", { visits: [visit("2020-02-06", "complete"), draft] }), ["done", "upcoming"]);
  assert.deepEqual(statesOn("2020-04-02", { visits: [draft] }), ["part", "upcoming"]);
  assert.deepEqual(statesOn("2020-04-02", { visits: [visit("2020-02-05", "complete")] }), ["due", "upcoming"]);
  assert.deepEqual(statesOn("2020-03-30", { visits: [draft] }), ["due", "upcoming"]);
});

test("the complete visit closest to the target stands for the window, before any draft", () => {
  const visits = [
    { visit: "near draft", visitedOn: "2020-04-01", status: "draft" },
    { visit: "late", visitedOn: "2020-04-03", status: "complete" },
    { visit: "early", visitedOn: "2020-03-30", status: "complete" },
  ] as const;
  assert.equal(dueVisits({ ...CHILD, visits }, TIME_POINTS, "2020-06-01")[0]?.visit?.visit, "early");
});

test("a line begun later moves the windows; a second drug of its class does not, and neither does one still to come", () => {
  const starts = [
    { drugClass: "nsaid", startedOn: "2020-02-01" },
    { drugClass: "bisphosphonate", startedOn: "2021-01-01" },
    { drugClass: "nsaid", startedOn: "2022-01-01" },
    { drugClass: "dmard", startedOn: "2023-01-01" },
  ];
  const opens = (asOf: string) => dueVisits({ ...CHILD, starts }, TIME_POINTS, asOf)[0]?.opensOn;
  assert.equal(opens("2020-03-01"), isoOf(dayOf("2020-02-01") + 36));
  assert.equal(opens("2022-12-31"), isoOf(dayOf("2021-01-01") + 36));
  assert.equal(opens("2023-01-01"), isoOf(dayOf("2023-01-01") + 36));
});

test("after the end of follow-up no window is expected; one that was open then still is", () => {
  assert.deepEqual(statesOn("2030-01-01", { endedOn: "2020-02-05" }), []);
  assert.deepEqual(statesOn("2030-01-01", { endedOn: "2020-02-06" }), ["missed"]);
});

test("a child without a day of diagnosis and without treatment has no windows", () => {
  assert.deepEqual(statesOn("2020-01-01", { diagnosedOn: null }), []);
  assert.deepEqual(statesOn("2019-12-31"), []);
});

const iso = fc.integer({ min: dayOf("2018-01-01"), max: dayOf("2023-12-31") }).map(isoOf);

test("as days go by a window without visits only ever moves on: upcoming, due, late, missed", () => {
  const order = ["upcoming", "due", "late", "missed"];
  fc.assert(
    fc.property(iso, iso, iso, (diagnosedOn, one, other) => {
      const [earlier, later] = [one, other].sort() as [string, string];
      const [before, after] = [statesOn(earlier, { diagnosedOn }), statesOn(later, { diagnosedOn })];
      for (const [place, state] of before.entries())
        assert.ok(order.indexOf(state) <= order.indexOf(after[place] ?? ""), `${state} then ${after[place]}`);
    }),
  );
});

test("a visit never makes a window worse than late, and never changes another window that does not hold it", () => {
  fc.assert(
    fc.property(iso, iso, iso, (diagnosedOn, asOf, visitedOn) => {
      const without = dueVisits({ ...CHILD, diagnosedOn }, TIME_POINTS, asOf);
      const visits = [{ visit: "v", visitedOn, status: "complete" }] as const;
      const having = dueVisits({ ...CHILD, diagnosedOn, visits }, TIME_POINTS, asOf);
      for (const [place, window] of having.entries()) {
        const holds = visitedOn >= window.opensOn && visitedOn <= window.closesOn && visitedOn <= asOf;
        assert.equal(window.state, holds ? "done" : without[place]?.state);
      }
    }),
  );
});

test("late lasts as long as is said", () => assert.equal(LATE_DAYS, 180));
