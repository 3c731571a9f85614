import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { tableNamed } from "@osteon/codebook";
import { zipSync } from "fflate";
import { type SmallCell, type SmallSheet, smallWorkbook } from "../../../packages/interop/tests/small-workbook.ts";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Answer, type Client, type RunningServer, runningServer } from "./running-server.ts";

/** Inputs that people found, beside the checkout; where they are not, the inputs of our own below are tried alone. */
const EDGES = fileURLToPath(new URL("../../../../shared/data/chart-edges", import.meta.url));
const there = existsSync(EDGES);
const REASON = { "x-reason": encodeURIComponent("as the chart says") };
const CSV = { "content-type": "text/csv", ...REASON };
const XLSX = { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ...REASON };
const ZIP = { "content-type": "application/zip", ...REASON };

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly where: { readonly file?: string; readonly row?: number; readonly column?: string; readonly value?: string };
  readonly says: string;
}

interface Planned {
  readonly plan: string;
  readonly batch: string;
  readonly tables: readonly {
    readonly table: string;
    readonly new: number;
    readonly changed: number;
    readonly removed: number;
    readonly lacking: number;
  }[];
  readonly changes: readonly {
    readonly key: string;
    readonly field: string;
    readonly was: string;
    readonly becomes: string;
  }[];
  readonly problems: readonly Told[];
  readonly notes: readonly Told[];
  readonly lacking: readonly { readonly table: string; readonly key: string }[];
}

const planned = ({ json }: Answer): Planned => json as unknown as Planned;
const codes = (problems: readonly Told[]): readonly string[] => problems.map(({ code }) => code);

/** A file of one table: its whole head, and what the rows say. */
function csvOf(table: string, ...rows: readonly Readonly<Record<string, string>>[]): string {
  const names = tableNamed(table).fields.map(({ name }) => name);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((line) => `${line.join(",")}\n`)
    .join("");
}

const child = (patient: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...{ patient, centre: "Dresden", cohort: "cno", sex: "female", born_on: "1999-11", diagnosed_on: "2009-05-17" },
  ...{ consent: "given", last_contact_on: "2012-03-01", ...more },
});

for (const engine of ENGINES_BELOW) {
  describe(`charts at their edges (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let nurse: Client;
    before(async () => {
      server = await runningServer(engine);
      manager = await server.person("manager", "data_manager", "Dresden");
      nurse = await server.person("nurse", "study_nurse", "Dresden");
      const done = await send("patient", csvOf("patient", child("DD-001"), child("DD-002")));
      assert.equal(done.status, 201, done.text);
      const visits = csvOf("visit", { visit: "V1", patient: "DD-001", visited_on: "2009-05-17", weight_kg: "31.5" });
      assert.equal((await send("visit", visits)).status, 201);
    });
    after(() => server.end());

    const send = (table: string, text: string, more = "&commit=yes", who: Client = manager): Promise<Answer> =>
      who("POST", `/api/imports?table=${table}&absent=keep${more}`, Buffer.from(text), CSV);
    const dry = (table: string, text: string, who: Client = manager) => send(table, text, "", who);
    const edge = (name: string): string => readFileSync(`${EDGES}/${name}`, "utf8");
    const enter = (table: string, cells: Readonly<Record<string, string>>, status = "complete") =>
      nurse("POST", `/api/centres/Dresden/charts/${table}`, { cells, status });
    const asked = async (row: string): Promise<readonly string[]> => {
      const { json } = await manager("GET", "/api/queries?state=open&limit=500");
      return (json.queries as readonly { rowKey: string; code: string }[])
        .filter((one) => one.rowKey === row)
        .map(({ code }) => code);
    };

    test("a child that is there under a look-alike name is asked about", async () => {
      const names = ["dd-001", "DD-01", "ＤＤ-001", "DD-OO1"];
      for (const name of names) {
        const { problems } = planned(await dry("patient", csvOf("patient", child(name))));
        assert.ok(codes(problems).includes("twin-key"), name);
      }
      if (there)
        assert.ok(
          codes(planned(await dry("patient", edge("09-child-twice-by-case/patient.csv"))).problems).includes(
            "twin-key",
          ),
        );
      const draft = await enter("patient", child("dd-002"), "draft");
      assert.equal(draft.status, 201, draft.text);
      const whole = await nurse(
        "PUT",
        "/api/centres/Dresden/charts/patient/dd-002",
        { cells: child("dd-002"), status: "complete", reason: "r" },
        { "if-match": '"1"' },
      );
      assert.equal(whole.status, 200, whole.text);
      assert.deepEqual(await asked("dd-002"), ["twin-key"]);
    });

    test("the future, an adult, a stand-in for missing and what contradicts another table are asked about", async () => {
      const of = async (table: string, ...rows: readonly Readonly<Record<string, string>>[]) =>
        codes(planned(await dry(table, csvOf(table, ...rows))).problems);
      assert.deepEqual(await of("patient", child("DD-010", { last_contact_on: "2098-01-20" })), ["in-the-future"]);
      assert.deepEqual(await of("patient", child("DD-010", { born_on: "1911-02" })), ["no-child"]);
      assert.deepEqual(
        await of("visit", { visit: "V50", patient: "DD-001", visited_on: "2010-01-20", weight_kg: "99" }),
        ["stands-for-missing"],
      );
      const result = {
        laboratory: "L50",
        patient: "DD-001",
        sampled_on: "2010-06-17",
        analyte: "ferritin",
        value: "45",
        unit: "ng/mL",
      };
      assert.deepEqual(await of("laboratory", { ...result, visit: "V1" }), ["far-from-visit"]);
      assert.deepEqual(await of("laboratory", { ...result, value: "999" }), ["stands-for-missing"]);
      assert.deepEqual(
        await of("laboratory", { ...result, analyte: "crp", unit: "mg/dL", value: "1", upper_limit: "500" }),
        ["implausible-limit"],
      );
      assert.deepEqual(await of("relapse", { relapse: "R50", patient: "DD-001", noticed_on: "2003-10-10" }), [
        "before-its-cause",
      ]);
      if (!there) return;
      assert.ok(
        codes(planned(await dry("patient", edge("11-last-contact-in-the-future/patient.csv"))).problems).includes(
          "in-the-future",
        ),
      );
      assert.ok(
        codes(planned(await dry("patient", edge("12-child-of-109-years/patient.csv"))).problems).includes("no-child"),
      );
      const files = Object.fromEntries(
        readdirSync(`${EDGES}/base`).map((name) => {
          const own = `${EDGES}/28-silent-between-tables/${name}`;
          return [name, new Uint8Array(readFileSync(existsSync(own) ? own : `${EDGES}/base/${name}`))];
        }),
      );
      const whole = planned(await manager("POST", "/api/imports", zipSync(files), ZIP));
      const found = new Set(whole.problems.map(({ code, where }) => `${where.file} ${code}`));
      for (const one of [
        "adverse_effect.csv before-its-cause",
        "course.csv before-its-cause",
        "laboratory.csv far-from-visit",
        "laboratory.csv implausible-limit",
        "lesion.csv same-content",
        "relapse.csv before-its-cause",
        "treatment.csv same-content",
      ])
        assert.ok(found.has(one), one);
    });

    test("what a child has already, under another number, is asked about, at both rows", async () => {
      const result = { patient: "DD-001", sampled_on: "2009-05-17", analyte: "crp" };
      assert.equal(
        (await send("laboratory", csvOf("laboratory", { ...result, laboratory: "LD1", value: "5", unit: "mg/L" })))
          .status,
        201,
      );
      for (const same of [
        { value: "5", unit: "mg/L" },
        { value: "0.5", unit: "mg/dL" },
        { value: "5.0", unit: "mg/L" },
      ]) {
        const { problems } = planned(
          await dry("laboratory", csvOf("laboratory", { ...result, laboratory: "LD2", ...same })),
        );
        assert.deepEqual(codes(problems), ["same-content"], JSON.stringify(same));
      }
      assert.deepEqual(
        codes(
          planned(await dry("visit", csvOf("visit", { visit: "V51", patient: "DD-001", visited_on: "2009-05-17" })))
            .problems,
        ),
        ["same-content"],
      );
      const done = await send(
        "laboratory",
        there
          ? edge("13-same-result-under-new-numbers/step2-laboratory.csv")
          : csvOf("laboratory", { ...result, laboratory: "LD2", value: "5", unit: "mg/L" }),
      );
      assert.equal(done.status, 201, done.text);
      assert.deepEqual([await asked("LD1"), await asked("LD2")], [["same-content"], ["same-content"]]);
      const { batch } = planned(done);
      assert.equal(
        (await manager("POST", `/api/centres/Dresden/imports/${batch}/undo`, { reason: "entered twice" })).status,
        200,
      );
      assert.deepEqual(await asked("LD1"), [], "the question ends with its cause");
    });

    test("a birth or a diagnosis is not moved so that another row breaks a rule, by file or form", async () => {
      assert.equal((await send("patient", csvOf("patient", child("DD-090")))).status, 201);
      assert.equal(
        (await send("visit", csvOf("visit", { visit: "V900", patient: "DD-090", visited_on: "2009-06-17" }))).status,
        201,
      );
      const moved = child("DD-090", { born_on: "2010-06", diagnosed_on: "2010-07-01" });
      for (const text of [
        csvOf("patient", moved),
        ...(there ? [edge("14-birth-moved-behind-visits/step3-patient.csv")] : []),
      ]) {
        const answer = await send("patient", text);
        assert.equal(answer.status, 422, answer.text);
        const [problem] = planned(answer).problems.filter(({ severity }) => severity === "refused");
        assert.deepEqual([problem?.code, problem?.where.row, problem?.where.column], ["before-birth", 2, "born_on"]);
        assert.match(problem?.says ?? "", /^In visit V900: 2009-06-17/);
      }
      const put = await nurse(
        "PUT",
        "/api/centres/Dresden/charts/patient/DD-090",
        { cells: moved, status: "complete", reason: "chart" },
        { "if-match": '"1"' },
      );
      assert.equal(put.status, 422, put.text);
      assert.deepEqual(
        (put.json.problems as readonly Told[]).map(({ code, where }) => [code, where.column]),
        [["before-birth", "born_on"]],
      );
      const back = await nurse(
        "PUT",
        "/api/centres/Dresden/charts/patient/DD-090",
        { cells: child("DD-090", { last_contact_on: "2009-05-20" }), status: "complete", reason: "chart" },
        { "if-match": '"1"' },
      );
      assert.equal(back.status, 200, back.text);
      assert.deepEqual(await asked("V900"), ["after-last-contact"], "a row beside the saved one is asked about");
    });

    test("an undo does not break a rule with what was entered since", async () => {
      assert.equal((await send("patient", csvOf("patient", child("DD-091", { born_on: "2001-06" })))).status, 201);
      const earlier = await send("patient", csvOf("patient", child("DD-091", { born_on: "1999-06" })));
      assert.equal((await enter("visit", { visit: "V910", patient: "DD-091", visited_on: "2000-06-17" })).status, 201);
      const undone = await manager("POST", `/api/centres/Dresden/imports/${planned(earlier).batch}/undo`, {
        reason: "wrong",
      });
      assert.equal(undone.status, 409, undone.text);
      assert.deepEqual(
        (undone.json.problems as readonly Told[]).map(({ where }) => where.value),
        ["V910"],
      );
    });

    test("a file of several tables keeps all of them, and the plan binds every cell of them", async () => {
      const files = {
        "patient.csv": Buffer.from(csvOf("patient", child("DD-001"))),
        "visit.csv": Buffer.from(csvOf("visit", { visit: "V9", patient: "DD-001", visited_on: "2010-03-01" })),
      };
      const zip = there ? readFileSync(`${EDGES}/16-absent-keep-drops-tables/in.zip`) : zipSync(files);
      const plan = planned(await manager("POST", "/api/imports?absent=keep", zip, ZIP));
      assert.ok((plan.tables.find(({ table }) => table === "visit")?.new ?? 0) > 0, JSON.stringify(plan.problems));
      const of = (value: string) =>
        csvOf("laboratory", {
          laboratory: "L80",
          patient: "DD-001",
          sampled_on: "2009-05-18",
          analyte: "crp",
          value,
          unit: "mg/L",
        });
      const [a, b] = there
        ? ["a", "b"].map((name) => edge(`17-plan-does-not-bind-added-rows/${name}.csv`))
        : [of("6"), of("60")];
      const seen = planned(await dry("laboratory", a ?? "")).plan;
      assert.equal((await send("laboratory", b ?? "", `&commit=yes&plan=${seen}`)).status, 409);
      assert.equal((await send("laboratory", a ?? "", `&commit=yes&plan=${seen}`)).status, 201);
    });

    test("a row equal to a draft completes it, and that is said", async () => {
      for (const [visit, day] of [
        ["VD3", "2009-08-17"],
        ["VD4", "2009-08-18"],
        ["VD5", "2009-08-19"],
      ] as const)
        assert.equal(
          (await enter("visit", { visit, patient: "DD-001", visited_on: day, weight_kg: "30" }, "draft")).status,
          201,
        );
      const text = there
        ? edge("18-row-equal-to-a-draft/in.csv")
        : csvOf("visit", { visit: "VD3", patient: "DD-001", visited_on: "2009-08-17", weight_kg: "30" });
      const plan = planned(await dry("visit", text));
      assert.deepEqual(codes(plan.notes), ["completes-draft"]);
      const done = await send("visit", text);
      assert.equal(planned(done).tables.find(({ table }) => table === "visit")?.changed, 1);
      assert.equal((await manager("GET", "/api/centres/Dresden/charts/visit/VD3")).json.status, "complete");
      assert.equal(
        (await manager("POST", `/api/centres/Dresden/imports/${planned(done).batch}/undo`, { reason: "a draft" }))
          .status,
        200,
      );
      assert.equal((await manager("GET", "/api/centres/Dresden/charts/visit/VD3")).json.status, "draft");
    });

    test("rows of a child that is a draft are told, and stay out of exports", async () => {
      assert.equal((await enter("patient", child("DD-061"), "draft")).status, 201);
      const text = there
        ? edge("19-draft-child-breaks-export-and-runs/in.csv")
        : csvOf("visit", { visit: "VD6", patient: "DD-061", visited_on: "2009-08-17" });
      assert.deepEqual(codes(planned(await dry("visit", text)).notes), ["draft-child"]);
      assert.equal((await send("visit", text)).status, 201);
      const out = await manager("GET", "/api/exports/tables/visit");
      assert.equal(out.status, 200, out.text);
      assert.doesNotMatch(out.text, /VD6/);
      const ready = (await manager("GET", "/api/readiness")).json;
      const draft = ready.draftChildren as readonly { patient: string; rows: number }[];
      assert.deepEqual(draft.find(({ patient }) => patient === "DD-061")?.rows, 1);
    });

    test("a number that another child has is named by its row in the dry run", async () => {
      const row = { patient: "DD-002", sampled_on: "2009-05-17", analyte: "crp", value: "7", unit: "mg/L" };
      const { problems } = planned(
        await dry("laboratory", csvOf("laboratory", { ...row, laboratory: "LX" }, { ...row, laboratory: "LD1" })),
      );
      assert.deepEqual(
        problems
          .filter(({ severity }) => severity === "refused")
          .map(({ code, where }) => [code, where.row, where.value]),
        [["number-taken", 3, "LD1"]],
      );
      const berlin = await server.person("berlin", "data_manager", "Berlin");
      assert.equal(
        (await send("patient", csvOf("patient", child("BE-001", { centre: "Berlin" })), "&commit=yes", berlin)).status,
        201,
      );
      const step = there
        ? edge("23-number-taken-not-named/step2-laboratory.csv")
        : csvOf("laboratory", { ...row, patient: "BE-001", laboratory: "LD1" });
      assert.equal(
        (await send("laboratory", step, "&commit=yes", berlin)).status,
        201,
        "numbers of other centres are free",
      );
      const foreign = planned(await dry("laboratory", csvOf("laboratory", { ...row, laboratory: "LX" }), berlin));
      assert.deepEqual(
        foreign.problems.map(({ severity, where }) => [severity, where.row]),
        [["refused", 2]],
      );
    });

    test("locks refuse in the dry run, by row; signatures that would be voided are told", async () => {
      assert.equal(
        (
          await manager("POST", "/api/locks", {
            scope: "patient",
            centre: "Dresden",
            patient: "DD-002",
            reason: "monitored",
          })
        ).status,
        201,
      );
      const text = there
        ? edge("24-locked-child/in.csv")
        : csvOf("visit", { visit: "V2", patient: "DD-002", visited_on: "2010-01-20", weight_kg: "40" });
      const locked = planned(await dry("visit", text)).problems.filter(({ severity }) => severity === "refused");
      assert.deepEqual(
        locked.map(({ code, where }) => [code, where.row]),
        [["locked", 2]],
      );
      assert.equal((await send("visit", text)).status, 422);
      const { json } = await dry(
        "laboratory",
        csvOf("laboratory", {
          laboratory: "LY",
          patient: "DD-002",
          sampled_on: "2010-01-20",
          analyte: "crp",
          value: "7",
          unit: "mg/L",
        }),
      );
      assert.deepEqual(codes((json as unknown as Planned).problems), ["locked"]);
    });

    test("a value that somebody corrected after the export is marked; rows that the file lacks are told, and go when seen", async () => {
      assert.equal((await send("patient", csvOf("patient", child("DD-034")))).status, 201);
      const rows = ["VST1", "VST2", "VST3"].map((visit, at) => ({
        visit,
        patient: "DD-034",
        visited_on: `2010-0${at + 1}-20`,
        weight_kg: "30",
      }));
      assert.equal((await send("visit", csvOf("visit", ...rows))).status, 201);
      const fixed = await nurse(
        "PUT",
        "/api/centres/Dresden/charts/visit/VST1",
        { cells: { ...rows[0], weight_kg: "33" }, status: "complete", reason: "read again" },
        { "if-match": '"1"' },
      );
      assert.equal(fixed.status, 200, fixed.text);
      const monday = csvOf("visit", rows[0] ?? {}, { ...rows[1], weight_kg: "31" });
      const plan = planned(await dry("visit", monday));
      assert.deepEqual(
        plan.changes.map(({ key, was, becomes }) => [key, was, becomes]),
        [
          ["VST1", "33", "30"],
          ["VST2", "30", "31"],
        ],
      );
      assert.deepEqual(
        plan.notes.map(({ code, where }) => [code, where.row, where.column]),
        [["older-than-registry", 2, "weight_kg"]],
      );
      assert.ok(plan.lacking.some(({ key }) => key === "VST3"));

      const all = (await manager("GET", "/api/exports/tables/visit")).text;
      const without = all
        .split("\n")
        .filter((line) => !line.startsWith("VST3,"))
        .join("\n");
      assert.equal((await send("visit", without, "&commit=yes&lacking=delete")).status, 422, "not seen");
      const seen = planned(await send("visit", without, "&lacking=delete"));
      assert.equal(seen.tables.find(({ table }) => table === "visit")?.removed, 1);
      const gone = await send("visit", without, `&commit=yes&lacking=delete&plan=${seen.plan}`);
      assert.equal(gone.status, 201, gone.text);
      assert.equal((await manager("GET", "/api/centres/Dresden/charts/visit/VST3")).status, 404);
      const undone = await manager("POST", `/api/centres/Dresden/imports/${planned(gone).batch}/undo`, {
        reason: "wrong file",
      });
      assert.equal(undone.status, 200, undone.text);
      assert.equal((await manager("GET", "/api/centres/Dresden/charts/visit/VST3")).status, 200);
    });

    test("a workbook is stored as its sheets show it, and what they do not tell is refused by cell", async () => {
      const names = (table: string) => tableNamed(table).fields.map(({ name }) => name);
      const sheet = (table: string, cells: Readonly<Record<string, SmallCell>>): SmallSheet => ({
        name: table,
        rows: [names(table), names(table).map((name) => cells[name] ?? "")],
      });
      const take = (more: string, ...sheets: readonly SmallSheet[]) =>
        manager("POST", `/api/imports?written=day-first${more}`, Buffer.from(smallWorkbook(sheets)), XLSX);
      const month = { number: 36465, format: 17 };
      const day = { number: 39950, format: 14 };
      const born = sheet("patient", { ...child("DD-060"), born_on: month, diagnosed_on: day });
      const share = sheet("laboratory", {
        ...{ laboratory: "L60", patient: "DD-060", sampled_on: "17.05.2009", analyte: "neutrophils", unit: "%" },
        ...{ value: { number: 0.45, format: 9 }, upper_limit: "70,125" },
      });
      const visit = { visit: "V60", patient: "DD-060", visited_on: "17.05.2009", chaq: { number: 1.375 } };
      const done = await take("&commit=yes", born, share, sheet("visit", visit));
      assert.equal(done.status, 201, done.text);
      const stored = async (table: string, key: string) =>
        ((await manager("GET", `/api/centres/Dresden/charts/${table}/${key}`)).json as { cells: object }).cells;
      const { born_on, diagnosed_on } = (await stored("patient", "DD-060")) as Record<string, string>;
      assert.deepEqual([born_on, diagnosed_on], ["1999-11", "2009-05-17"]);
      const { value, upper_limit } = (await stored("laboratory", "L60")) as Record<string, string>;
      assert.deepEqual([value, upper_limit], ["45", "70.125"]);
      assert.equal(((await stored("visit", "V60")) as Record<string, string>).chaq, "1.375");

      const doubtful: readonly SmallSheet[] = [
        sheet("laboratory", {
          ...{ laboratory: "L61", patient: "DD-060", sampled_on: "17.05.2009", analyte: "ferritin", unit: "ng/mL" },
          ...{ value: "1.234", upper_limit: { error: "#N/A" } },
        }),
        { ...sheet("visit", { ...visit, visit: "V61", weight_kg: { formula: "30+1" } }), merged: ["A2:A3"] },
      ];
      const told = planned(await take("", ...doubtful)).problems;
      assert.deepEqual(
        told.map(({ code, where: { file, row, column, value: cell } }) => [file, row, column, cell, code].join(" ")),
        [
          "visit.csv 2 visit V61 merged-cells",
          "visit.csv 2 weight_kg =30+1 formula-without-value",
          "laboratory.csv 2 upper_limit #N/A error-cell",
          "laboratory.csv 2 value 1.234 number-format",
        ],
      );
      assert.equal((await take("&commit=yes", ...doubtful)).status, 422);
    });
  });
}
