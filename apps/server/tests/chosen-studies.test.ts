import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chosenLock } from "@osteon/choosing";
import { lockText } from "@osteon/run";
import { unzipSync } from "fflate";
import { SPINAL } from "../../../packages/choosing/tests/sample-choices.ts";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const { id: _, version: __, timePoints: ___, ...others } = SPINAL;
const asked = { ...others, timePoints: ["month12"] };
const tibia = { field: "lesion.bone", comparison: "is", values: ["tibia"], when: "ever" };

interface Told {
  readonly says: { readonly en: string; readonly de: string };
  readonly problems: readonly { readonly code: string; readonly where: { readonly column: string } }[];
  readonly children: {
    readonly all: { readonly counted: number; readonly notMet: number; readonly notKnown: number };
    readonly groups: readonly { readonly counted: number }[];
  } | null;
}

for (const engine of ENGINES_BELOW) {
  describe(`studies by choosing (${engine})`, () => {
    let server: RunningServer;
    let statistician: Client;
    let other: Client;
    let nurse: Client;
    before(async () => {
      server = await runningServer(engine);
      statistician = await server.person("statistician", "statistician", "Aachen");
      other = await server.person("other", "investigator", "Berlin");
      nurse = await server.person("nurse", "study_nurse", "Aachen");
    });
    after(() => server.end());

    const told = async (choices: object, who = statistician): Promise<Told> => {
      const answer = await who("POST", "/api/choices/told", choices);
      assert.equal(answer.status, 200, answer.text);
      return answer.json as unknown as Told;
    };
    const enter = async (tag: string, unlike: Readonly<Record<string, object>> = {}) => {
      for (const [table, cells] of inventedChart("Aachen", tag)) {
        const row = { ...cells, ...unlike[table] };
        const answer = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells: row, status: "complete" });
        assert.equal(answer.status, 201, answer.text);
      }
    };

    test("the count is of the charts as they are, of one's own centres alone, and what is not known is told apart", async () => {
      const of = async (choices: object, who = statistician) => (await told(choices, who)).children?.all;
      const choices = { ...asked, population: [tibia] };
      const nobody = { counted: 0, notMet: 0, notKnown: 0, otherGroup: 0 };
      assert.deepEqual(await of(choices), nobody);
      await enter("A");
      assert.deepEqual(await of(choices), { ...nobody, counted: 1 });
      assert.deepEqual(await of(asked), { ...nobody, notMet: 1 });
      assert.deepEqual(await of(choices, other), nobody);
      await nurse("POST", "/api/centres/Aachen/charts/patient", {
        cells: { ...inventedChart("Aachen", "B")[0]?.[1] },
        status: "complete",
      });
      assert.deepEqual(await of(choices), { ...nobody, counted: 1, notKnown: 1 });
      assert.equal((await told(choices)).children?.groups[0]?.counted, 1);
    });

    test("charts with a drug that the registry added to its list are counted like any other", async () => {
      const entry = { code: "own_bonelix", says: "Bonelix", german: "Bonelix", usualUnits: ["mg/d"] };
      const added = await (await server.person("lists", "administrator", null))("POST", "/api/lists/drugs", { entry });
      assert.equal(added.status, 201, added.text);
      await enter("C", { treatment: { drug: "own_bonelix", drug_class: "other", dose: "1", dose_unit: "mg/d" } });
      const { children } = await told({ ...asked, population: [tibia] });
      assert.equal(children?.all.counted, 2);
    });

    test("who may run no study may neither count nor keep one", async () => {
      assert.equal((await nurse("POST", "/api/choices/told", asked)).status, 403);
      assert.equal((await nurse("POST", "/api/chosen-studies", asked)).status, 403);
    });

    test("what cannot be is told with its place, and is not kept", async () => {
      const pain = { field: "visit.pain_nrs", comparison: "at-least", values: ["eleven"], when: "ever" };
      const faulty = { ...asked, population: [tibia, pain, { ...pain, field: "visit.password" }] };
      const { problems, children } = await told(faulty);
      const found = problems.map(({ code, where }) => [code, where.column]);
      assert.deepEqual(found, [
        ["choice-value", "population.2"],
        ["choice-unknown", "population.3"],
      ]);
      assert.equal(children, null);
      assert.equal((await statistician("POST", "/api/chosen-studies", faulty)).status, 422);
      const shapeless = { ...asked, title: "x".repeat(10_000) };
      assert.equal((await statistician("POST", "/api/chosen-studies", shapeless)).status, 400);
      const noPoint = await statistician("POST", "/api/choices/told", { ...asked, timePoints: ["month99"] });
      assert.equal(noPoint.status, 422);
    });

    test("a study is kept, listed beside the others, downloaded as a folder, and changed by its author alone", async () => {
      const made = await statistician("POST", "/api/chosen-studies", asked);
      assert.equal(made.status, 201, made.text);
      const { study } = made.json as { study: string };
      assert.match(study, /^bisphosphonate-against-tnf/);
      const { studies } = (await other("GET", "/api/studies")).json as {
        studies: readonly { id: string; title: string; chosen: { by: string; version: number } | null }[];
      };
      const listed = studies.find(({ id }) => id === study);
      assert.deepEqual([listed?.title, listed?.chosen?.version], [SPINAL.title, 1]);
      assert.equal(listed?.chosen?.by, statistician.account);

      const answer = await fetch(`${server.address}/api/chosen-studies/${study}/folder.zip`, {
        headers: { cookie: other.cookie },
      });
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      const text = (name: string) => Buffer.from(files[`${study}/${name}`] ?? []).toString();
      const choices = { ...SPINAL, id: study };
      assert.equal(text("study.lock.json"), lockText(chosenLock(choices)));
      assert.deepEqual(JSON.parse(text("choices.json")), choices);

      const path = `/api/chosen-studies/${study}`;
      const put = (who: Client, version: number, title: string) =>
        who("PUT", path, { ...asked, title }, { "if-match": `"${version}"` });
      assert.equal((await put(other, 1, "Taken over")).status, 403);
      assert.equal((await put(statistician, 1, "'; DROP TABLE work.run; --")).status, 201);
      assert.equal((await put(statistician, 1, "Again")).status, 409);
      const now = await statistician("GET", path);
      assert.equal(now.headers.get("etag"), '"2"');
      const read = now.json as { choices: { title: string; version: number }; mine: boolean };
      assert.deepEqual([read.choices.title, read.choices.version, read.mine], ["'; DROP TABLE work.run; --", 2, true]);

      assert.equal((await other("DELETE", path, { reason: "not mine" })).status, 403);
      assert.equal((await statistician("DELETE", path)).status, 422);
      assert.equal((await statistician("DELETE", path, { reason: "a try" })).status, 204);
      assert.equal((await statistician("GET", path)).status, 404);
      const again = await statistician("POST", "/api/chosen-studies", asked);
      assert.equal(again.json.study, `${study}-2`);
    });
  });
}
