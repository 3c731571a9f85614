import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ChartRow, OwnDefinition, Problem } from "@osteon/codebook";
import { unzipSync } from "fflate";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { CSV, child, XLSX, ZIP } from "./edges/edge-registry.ts";
import { type Answer, type Client, PASSWORD, type RunningServer, runningServer } from "./running-server.ts";

const INFLUENZA: OwnDefinition = {
  label: ["Vaccinated against influenza", "Gegen Influenza geimpft"],
  help: ["In the last twelve months.", "In den letzten zwölf Monaten."],
  type: { kind: "yes-no" },
};
const TITRE: OwnDefinition = {
  label: ["Titre", "Titer"],
  help: ["", ""],
  unit: "IU/mL",
  type: { kind: "decimal", decimals: 1, limits: { possible: [0, 100], plausible: [0, 40] } },
};
const narrowed: OwnDefinition = {
  ...TITRE,
  type: { kind: "decimal", decimals: 1, limits: { possible: [0, 50], plausible: [0, 40] } },
};
const KIT: OwnDefinition = { label: ["Kit", "Kit"], help: ["", ""], type: { kind: "text", maxLength: 20 } };
const WHY = { "x-reason": encodeURIComponent("for the winter") };

for (const engine of ENGINES_BELOW) {
  describe(`fields of the registry's own, over the API (${engine})`, () => {
    let server: RunningServer;
    let [admin, manager, nurse, investigator]: Client[] = [];
    before(async () => {
      server = await runningServer(engine);
      admin = await server.person("admin", "administrator", null);
      manager = await server.person("manager", "data_manager", "Dresden");
      nurse = await server.person("nurse", "study_nurse", "Dresden");
      investigator = await server.person("ida", "investigator", "Dresden");
    });
    after(() => server.end());

    const as = (who: Client | undefined): Client => who as Client;
    const define = (table: string, name: string, definition: OwnDefinition, version: number, who = admin) =>
      as(who)("PUT", `/api/own-fields/${table}/${name}`, { definition }, { ...WHY, "if-match": `"${version}"` });
    const problemsOf = ({ json }: Answer) => (json.problems ?? []) as readonly Problem[];
    const enter = (table: string, cells: ChartRow, status = "complete") =>
      as(nurse)("POST", `/api/centres/Dresden/charts/${table}`, { cells, status });
    const change = (table: string, key: string, cells: ChartRow, version: number) =>
      as(nurse)(
        "PUT",
        `/api/centres/Dresden/charts/${table}/${key}`,
        { cells, status: "complete" },
        {
          ...WHY,
          "if-match": `"${version}"`,
        },
      );
    const row = async (table: string, key: string) =>
      (await as(nurse)("GET", `/api/centres/Dresden/charts/${table}/${key}`)).json as unknown as {
        readonly cells: ChartRow;
        readonly version: number;
      };
    const bytesOf = async (path: string): Promise<Buffer> => {
      await as(manager)("POST", "/api/proof", { password: PASSWORD });
      const answer = await fetch(new URL(path, server.address), { headers: { cookie: as(manager).cookie } });
      assert.equal(answer.status, 200, path);
      return Buffer.from(await answer.arrayBuffer());
    };
    const send = (body: Uint8Array, type: Record<string, string>, more = "") =>
      as(manager)("POST", `/api/imports?commit=yes${more}`, body, type);

    test("an administrator adds them, with a reason; others cannot; what cannot be is said part by part", async () => {
      assert.equal((await define("patient", "own_influenza", INFLUENZA, 0, nurse)).status, 403);
      assert.equal((await define("patient", "own_influenza", INFLUENZA, 0, manager)).status, 403);
      const added = await define("patient", "own_influenza", INFLUENZA, 0);
      assert.equal(added.status, 200, added.text);
      assert.equal(added.headers.get("etag"), '"1"');
      assert.equal((await define("patient", "own_influenza", INFLUENZA, 0)).status, 409, "it is there already");
      const wrong = { ...INFLUENZA, label: ["", "x"], shownWhen: { field: "sex", equals: "neither" } };
      const refused = await define("patient", "own_other", wrong as unknown as OwnDefinition, 0);
      assert.deepEqual([refused.status, problemsOf(refused).map(({ code }) => code)], [422, ["own-field-words"]]);
      assert.equal((await define("visit", "own_titre", TITRE, 0)).status, 200);
      assert.equal((await define("visit", "own_kit", KIT, 0)).status, 200);
      const bare = await as(admin)("PUT", "/api/own-fields/visit/own_x", { definition: KIT }, { "if-match": '"0"' });
      assert.equal(problemsOf(bare)[0]?.code, "reason-needed");
      const told = await as(nurse)("GET", "/api/own-fields");
      assert.deepEqual(
        (told.json.fields as { name: string }[]).map(({ name }) => name),
        ["own_influenza", "own_titre", "own_kit"],
        "everyone reads them",
      );
    });

    test("a nurse fills them; a form that was open before the field was added takes nothing away", async () => {
      const entered = await enter("patient", { ...child("DD-001", { centre: "Dresden" }), own_influenza: "yes" });
      assert.equal(entered.status, 201, entered.text);
      assert.equal((await row("patient", "DD-001")).cells.own_influenza, "yes");
      const { own_influenza: _, ...older } = (await row("patient", "DD-001")).cells;
      const saved = await change("patient", "DD-001", { ...older, sex: "male" }, 1);
      assert.equal(saved.status, 200, saved.text);
      assert.deepEqual(
        [(await row("patient", "DD-001")).cells.own_influenza, (await row("patient", "DD-001")).cells.sex],
        ["yes", "male"],
      );
      const visit = { visit: "V1", patient: "DD-001", visited_on: "2010-01-20" };
      const wrong = await enter("visit", { ...visit, own_titre: "100.5" });
      assert.deepEqual(
        problemsOf(wrong).map(({ code, where }) => [code, where.column]),
        [["impossible-value", "own_titre"]],
      );
      const draft = await enter(
        "visit",
        { ...visit, visit: "V0", visited_on: "2011-03-02", own_titre: "a lot" },
        "draft",
      );
      assert.equal(draft.status, 201, draft.text);
      assert.equal((await row("visit", "V0")).cells.own_titre, "a lot", "a draft keeps what was typed");
      const asked = await enter("visit", { ...visit, own_titre: "80.0", own_kit: "A'); drop table chart.visit; --" });
      assert.equal(asked.status, 422, "21 letters and more");
      assert.equal((await enter("visit", { ...visit, own_titre: "80.0", own_kit: "A'); drop" })).status, 201);
      assert.equal((await row("visit", "V1")).cells.own_kit, "A'); drop");
      // Nor does a visit that is saved as one with its rows; what is sent empty is taken away.
      const together = (cells: ChartRow, version: number) =>
        as(nurse)(
          "PUT",
          "/api/centres/Dresden/patients/DD-001/encounters/V1",
          { status: "complete", rows: [], visit: { cells: { visited_on: "2010-01-20", ...cells }, version } },
          WHY,
        );
      assert.equal((await together({ pain_nrs: "3" }, 1)).status, 200);
      const { cells: kept } = await row("visit", "V1");
      assert.deepEqual([kept.pain_nrs, kept.own_titre, kept.own_kit], ["3", "80.0", "A'); drop"]);
      assert.equal((await together({ pain_nrs: "3", own_titre: "" }, 2)).status, 200);
      const { cells: emptied } = await row("visit", "V1");
      assert.deepEqual([emptied.own_titre, emptied.own_kit], ["", "A'); drop"]);
      assert.equal((await together({ pain_nrs: "3", own_titre: "80.0" }, 3)).status, 200);
    });

    test("they leave in every form, and come back by each as they were", async () => {
      const files = unzipSync(await bytesOf("/api/exports/charts.zip"));
      const text = (name: string): string => Buffer.from(files[name] ?? "").toString();
      const [head = "", first = ""] = text("patient.csv").split("\n");
      assert.match(head, /,own_influenza$/);
      assert.match(first, /,yes$/);
      assert.match(text("own_fields.csv"), /^table,name,version,definition\npatient,own_influenza,1,/);
      for (const [path, type] of [
        ["/api/exports/charts.zip", ZIP],
        ["/api/exports/charts.zip?form=typed", ZIP],
        ["/api/exports/charts.xlsx", XLSX],
        ["/api/exports/charts.xlsx?form=typed", XLSX],
      ] as const) {
        const back = await send(await bytesOf(path), type);
        assert.equal(back.status, 201, `${path}: ${back.text.slice(0, 600)}`);
        const told = back.json.tables as readonly { changed: number; new: number }[];
        assert.deepEqual([told.reduce((sum, one) => sum + one.changed + one.new, 0), path], [0, path]);
      }
      assert.ok((await bytesOf("/api/exports/codebook.md")).includes("own_influenza"));
      assert.ok((await bytesOf("/api/exports/codebook.csv")).includes(`"patient","own_influenza"`));
      const counts = await as(nurse)("GET", "/api/dashboard/missing/patient");
      assert.deepEqual(
        (counts.json.fields as { field: string }[]).filter(({ field }) => field === "own_influenza"),
        [{ field: "own_influenza", given: 1, notDone: 0, unknown: 0, notApplicable: 0, notEntered: 0 }],
      );
    });

    test("an import is undone field by field: what others entered since stays", async () => {
      const csv = "visit,patient,visited_on,own_titre\nV1,DD-001,2010-01-20,12.5\n";
      const done = await send(Buffer.from(csv), CSV, "&table=visit&absent=keep");
      assert.equal(done.status, 201, done.text);
      const { cells, version } = await row("visit", "V1");
      assert.deepEqual([cells.own_titre, cells.own_kit], ["12.5", "A'); drop"]);
      assert.equal((await change("visit", "V1", { ...cells, own_kit: "B" }, version)).status, 200);
      const undo = `/api/centres/Dresden/imports/${done.json.batch}/undo`;
      const undone = await as(manager)("POST", undo, { reason: "wrong file" });
      assert.equal(undone.status, 200, undone.text);
      const after = await row("visit", "V1");
      assert.deepEqual([after.cells.own_titre, after.cells.own_kit], ["80.0", "B"]);
      const strange = await send(Buffer.from("visit,patient,own_else\nV1,DD-001,1\n"), CSV, "&table=visit&absent=keep");
      assert.match(problemsOf(strange)[0]?.fix ?? "", /An administrator adds this field/);
    });

    test("narrowed limits keep what was entered, list it, and stop neither saving nor export, nor a file that says the same", async () => {
      assert.equal((await define("visit", "own_titre", narrowed, 1)).status, 200);
      const beyond = await as(nurse)("GET", "/api/own-fields/beyond");
      assert.deepEqual(beyond.json.values, [
        { centre: "Dresden", patient: "DD-001", table: "visit", key: "V1", field: "own_titre", value: "80.0" },
      ]);
      const { cells, version } = await row("visit", "V1");
      const saved = await change("visit", "V1", { ...cells, pain_nrs: "3" }, version);
      assert.equal(saved.status, 200, saved.text);
      assert.deepEqual(
        (saved.json.queries as Problem[]).map(({ code, where }) => [code, where.column]),
        [["narrowed-since", "own_titre"]],
      );
      assert.equal((await change("visit", "V1", { ...cells, own_titre: "81" }, version + 1)).status, 422);
      const ready = await as(manager)("GET", "/api/readiness?centre=Dresden");
      assert.doesNotMatch(ready.text, /impossible-value/);
      const back = await send(await bytesOf("/api/exports/charts.zip"), ZIP);
      assert.equal(back.status, 201, back.text.slice(0, 600));
      const grown = await as(nurse)("GET", "/api/codebook/grown");
      assert.equal((grown.json.own as { versions: unknown[] }[])[1]?.versions.length, 2);
    });

    test("a signature stands until something is entered in such a field of its visit", async () => {
      const sign = () =>
        as(investigator)("POST", "/api/centres/Dresden/visits/V1/signatures", {
          meaning: "author",
          password: PASSWORD,
        });
      const signed = await sign();
      assert.equal(signed.status, 201, signed.text);
      const stands = async () =>
        (
          (await as(nurse)("GET", "/api/centres/Dresden/patients/DD-001")).json.signatures as {
            voidedAt: string | null;
          }[]
        ).at(-1)?.voidedAt === null;
      assert.equal((await define("visit", "own_season", KIT, 0)).status, 200);
      assert.ok(await stands(), "a field was added");
      const { cells, version } = await row("visit", "V1");
      assert.equal((await change("visit", "V1", { ...cells, own_season: "" }, version)).status, 200);
      assert.ok(await stands(), "nothing was entered there");
      assert.equal((await change("visit", "V1", { ...cells, own_season: "winter" }, version + 1)).status, 200);
      assert.ok(!(await stands()), "nobody signed the season");
    });

    test("the trail tells each by its name, and a retired one keeps what it has", async () => {
      const { changes } = (await as(manager)("GET", "/api/audit/changes?limit=1")).json as unknown as {
        changes: { cells: unknown }[];
      };
      assert.deepEqual(changes[0]?.cells, [{ field: "own_season", was: "", is: "winter" }]);
      assert.equal((await define("visit", "own_season", { ...KIT, retired: true }, 1)).status, 200);
      const { cells, version } = await row("visit", "V1");
      assert.equal((await change("visit", "V1", { ...cells, pain_nrs: "4" }, version)).status, 200);
      assert.equal((await row("visit", "V1")).cells.own_season, "winter");
      const other = await change("visit", "V1", { ...cells, own_season: "summer" }, version + 1);
      assert.deepEqual(
        problemsOf(other).map(({ code, severity }) => [code, severity]),
        [
          ["narrowed-since", "query"],
          ["retired-field", "refused"],
        ],
      );
      const query = {
        table: "visit",
        key: "V1",
        field: "own_season",
        says: "Which year?",
        centre: "Dresden",
        patient: "DD-001",
      };
      assert.equal((await as(manager)("POST", "/api/queries", query)).status, 201);
    });
  });
}
