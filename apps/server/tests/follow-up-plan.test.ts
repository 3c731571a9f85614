import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FIRST_PLAN, type FollowUpPlan } from "@osteon/codebook";
import { planText } from "@osteon/interop";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const [week2, month3] = FIRST_PLAN as readonly [FollowUpPlan[number], FollowUpPlan[number]];
/** Days 36 to 100, then 120 to 200, named in words. */
const OWN: FollowUpPlan = [
  { ...month3, lastDay: 100, label: { en: "First look", de: "Erster Blick" } },
  { name: "autumn", targetDay: 150, firstDay: 120, lastDay: 200, label: { en: "Autumn", de: "Herbst" } },
];

for (const engine of ENGINES_BELOW) {
  describe(`the follow-up plan (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let admin: Client;
    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      admin = await server.person("admin", "administrator", null);
      const save = async (table: string, cells: Readonly<Record<string, string>>) =>
        assert.equal(
          (await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" })).status,
          201,
        );
      const child = { patient: "P-1", cohort: "cno", consent: "given", born_on: "2010", centre: "Aachen" };
      await save("patient", { ...child, diagnosed_on: "2020-01-01", last_contact_on: "2020-07-01" });
      // Days 60, 110 and 182 after the diagnosis.
      for (const visited_on of ["2020-03-01", "2020-04-20", "2020-07-01"])
        await save("visit", { patient: "P-1", visited_on });
    });
    after(() => server.end());

    const put = (points: unknown, version: number, who = admin, reason = "seen less often") =>
      who("PUT", "/api/follow-up-plan", { points, reason }, { "if-match": `"${version}"` });
    const codesOf = ({ json }: { json: Readonly<Record<string, unknown>> }) =>
      (json.problems as { code: string }[]).map(({ code }) => code);

    test("what cannot be is refused with every reason at once, a stale version and a change without a reason too", async () => {
      const faulty = [
        { ...week2, lastDay: 6 },
        { ...month3, name: "Month 3" },
        { ...month3, name: "other", label: { en: "", de: "Anders" }, firstDay: 136, targetDay: 150, lastDay: 160 },
      ];
      const refused = await put(faulty, 1);
      assert.equal(refused.status, 422);
      assert.deepEqual(codesOf(refused), ["window-empty", "plan-name", "plan-label", "time-points-overlap"]);
      assert.deepEqual(codesOf(await put([], 1)), ["plan-empty"]);
      assert.deepEqual([(await put(OWN, 2)).status, codesOf(await put(OWN, 2))], [409, ["conflict"]]);
      assert.deepEqual(codesOf(await put(OWN, 1, admin, " ")), ["reason-needed"]);
      assert.equal((await put(OWN, 1, nurse)).status, 403);
      assert.equal((await admin("PUT", "/api/follow-up-plan", { points: OWN, reason: "x" })).status, 428);
      assert.deepEqual((await nurse("GET", "/api/follow-up-plan")).json.points, FIRST_PLAN);
    });

    test("a changed plan moves schedule, summary, list of children, calendar and missing values by visit", async () => {
      const states = async () =>
        (
          (await nurse("GET", "/api/centres/Aachen/patients/P-1/schedule?asOf=2020-07-01")).json.windows as {
            timePoint: string;
            opensOn: string;
            state: string;
          }[]
        ).map(({ timePoint, opensOn, state }) => `${timePoint} ${opensOn} ${state}`);
      const classes = async () =>
        (
          (await nurse("GET", "/api/dashboard/missing-by-visit")).json.classes as { class: string; visits: number }[]
        ).map((one) => `${one.class} ${one.visits}`);
      const summaries = async () => {
        const { json } = await nurse("GET", "/api/schedule.ics?asOf=2020-05-15&language=de").then(({ text }) => ({
          json: [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, words]) => words),
        }));
        return json;
      };
      assert.deepEqual(await states(), [
        "week2 2020-01-08 late",
        "month3 2020-02-06 done",
        "month6 2020-05-17 done",
        "month12 2020-10-01 upcoming",
        "month24 2021-07-02 upcoming",
      ]);
      assert.deepEqual(await classes(), ["month3 2", "month6 1"]);
      const answer = await put([...OWN].reverse(), 1);
      assert.deepEqual([answer.status, answer.headers.get("etag"), answer.json.points], [200, '"2"', OWN]);
      assert.deepEqual(await states(), ["month3 2020-02-06 done", "autumn 2020-04-30 done"]);
      assert.deepEqual(await classes(), ["month3 1", "autumn 1", "between-windows 1"]);
      assert.deepEqual(await summaries(), ["P-1\\, Herbst"]);
      const summary = (await nurse("GET", "/api/schedule/summary?asOf=2020-07-01")).json;
      assert.deepEqual(summary.timePoints, OWN);
      const gone = await nurse("GET", "/api/dashboard/missing-by-visit/rows?field=chaq&reason=missing&class=month6");
      assert.deepEqual([gone.status, codesOf(gone)], [400, ["no-such-time-point"]]);
      const { json } = await nurse("GET", "/api/follow-up-plan/versions");
      assert.deepEqual(
        (json.versions as { version: number; reason: string | null; changedBy: string }[]).map(
          ({ version, reason, changedBy }) => [version, reason, changedBy],
        ),
        [
          [2, "seen less often", admin.account],
          [1, null, "migration"],
        ],
      );
    });

    test("exports carry the plan; an import says that it leaves the registry's own, where the file has another", async () => {
      const manager = await server.person("manager", "data_manager", "Aachen");
      const zip = async (query = "") => {
        const answer = await fetch(new URL(`/api/exports/charts.zip${query}`, server.address), {
          headers: { cookie: manager.cookie },
        });
        return unzipSync(new Uint8Array(await answer.arrayBuffer()));
      };
      const { points } = (await nurse("GET", "/api/follow-up-plan")).json as { points: FollowUpPlan };
      const files = await zip();
      assert.equal(strFromU8(files["follow_up_plan.csv"] as Uint8Array), planText(points));
      assert.deepEqual((await zip("?form=typed"))["follow_up_plan.csv"], files["follow_up_plan.csv"]);
      const notes = async (packed: Record<string, Uint8Array>) => {
        const tried = await manager("POST", "/api/imports?source=again", zipSync(packed), {
          "content-type": "application/zip",
        });
        assert.equal(tried.status, 200, tried.text);
        return (tried.json.notes as { code: string }[]).map(({ code }) => code);
      };
      assert.ok(!(await notes(files)).includes("plan-left"));
      const other = { ...files, "follow_up_plan.csv": strToU8(planText([week2])) };
      assert.ok((await notes(other)).includes("plan-left"));
      assert.deepEqual((await nurse("GET", "/api/follow-up-plan")).json.points, points);
    });
  });
}
