import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD } from "../running-server.ts";
import { type Cells, child, codes, csvOf, type EdgeRegistry, edge, planned, refusedIn } from "./edge-registry.ts";

const RESULT = { sampled_on: "2009-05-17", analyte: "crp", value: "7", unit: "mg/L" };

/** What a dry run foresees: numbers that are taken (23), locks (24), and signatures that the import voids. */
export function foreseen(edges: () => EdgeRegistry): void {
  test("a number that another child of the centre has is named by its row; at other centres it is free", async () => {
    const { given, dry, send, server } = edges();
    await given("patient", child("DD-230"), child("DD-231"));
    await given("visit", { visit: "V230", patient: "DD-230", visited_on: "2009-05-17" });
    await given("laboratory", { ...RESULT, patient: "DD-230", laboratory: "L1" });
    await given("lesion", { lesion: "N230", patient: "DD-230", bone: "tibia", side: "left" });
    const taken: readonly (readonly [string, readonly Cells[], readonly (readonly [number, string])[]])[] = [
      [
        "laboratory",
        [
          { ...RESULT, laboratory: "LX" },
          { ...RESULT, laboratory: "L1" },
        ],
        [[3, "L1"]],
      ],
      ["visit", [{ visit: "V230", visited_on: "2009-06-17" }], [[2, "V230"]]],
      [
        "lesion",
        [
          { lesion: "N230", bone: "femur", side: "left" },
          { lesion: "NX", bone: "ulna", side: "left" },
        ],
        [[2, "N230"]],
      ],
    ];
    for (const [table, rows, named] of taken) {
      const text = csvOf(table, ...rows.map((row) => ({ ...row, patient: "DD-231" })));
      const told = await dry(table, text);
      assert.deepEqual(
        refusedIn(told).map(({ code, where }) => [code, where.row, where.value]),
        named.map(([row, value]) => ["number-taken", row, value]),
        told.text,
      );
      assert.equal((await send(table, text)).status, 422);
    }
    const berlin = await server.person("berlin", "data_manager", "Berlin");
    assert.equal(
      (await send("patient", csvOf("patient", child("BE-001", { centre: "Berlin" })), "&commit=yes", berlin)).status,
      201,
    );
    for (const step of [
      csvOf("laboratory", { ...RESULT, patient: "BE-001", laboratory: "L1" }),
      ...edge("23-number-taken-not-named/step2-laboratory.csv"),
    ])
      assert.equal((await send("laboratory", step, "&commit=yes", berlin)).status, 201, "the centre's own numbers");
    const foreign = csvOf("laboratory", { ...RESULT, patient: "DD-231", laboratory: "LX" });
    assert.deepEqual(
      refusedIn(await dry("laboratory", foreign, berlin)).map(({ where }) => where.row),
      [2],
    );
  });

  test("rows that a lock of the child, the visit or the study holds are refused by row, before and at the commit", async () => {
    const { given, dry, send, server, manager } = edges();
    await given("patient", child("DD-240"), child("DD-241"));
    await given(
      "visit",
      { visit: "V240", patient: "DD-240", visited_on: "2009-05-17" },
      { visit: "V241", patient: "DD-241", visited_on: "2009-05-17" },
      { visit: "V242", patient: "DD-241", visited_on: "2009-06-17" },
    );
    const result = { ...RESULT, patient: "DD-241", laboratory: "L241" };
    await given("laboratory", { ...result, visit: "V241" });
    const ulm = await server.person("ulm", "data_manager", "Ulm");
    assert.equal(
      (await send("patient", csvOf("patient", child("UL-001", { centre: "Ulm" })), "&commit=yes", ulm)).status,
      201,
    );
    const lock = async (cells: object, who = manager) =>
      assert.equal((await who("POST", "/api/locks", { centre: "Dresden", reason: "monitored", ...cells })).status, 201);
    await lock({ scope: "patient", patient: "DD-002" });
    await lock({ scope: "patient", patient: "DD-240" });
    await lock({ scope: "visit", patient: "DD-241", visit: "V241" });
    await lock({ scope: "study", centre: "Ulm" }, ulm);
    const held: readonly (readonly [string, readonly string[], number, typeof manager])[] = [
      ["visit", edge("24-locked-child/in.csv"), 2, manager],
      ["patient", [csvOf("patient", child("DD-241"), child("DD-240", { sex: "male" }))], 3, manager],
      ["laboratory", [csvOf("laboratory", { ...RESULT, patient: "DD-240", laboratory: "LY" })], 2, manager],
      ["laboratory", [csvOf("laboratory", { ...result, visit: "V242" })], 2, manager],
      [
        "laboratory",
        [csvOf("laboratory", { ...result, laboratory: "LZ", visit: "V242" }, { ...result, visit: "V241", value: "8" })],
        3,
        manager,
      ],
      ["relapse", [csvOf("relapse", { relapse: "RU1", patient: "UL-001", noticed_on: "2010-01-20" })], 2, ulm],
    ];
    for (const [table, texts, row, who] of held)
      for (const text of texts) {
        const told = await dry(table, text, who);
        assert.deepEqual(
          refusedIn(told).map(({ code, where }) => [code, where.row]),
          [["locked", row]],
          told.text,
        );
        assert.equal((await send(table, text, "&commit=yes", who)).status, 422);
      }
    const beside = csvOf("visit", { visit: "V242", patient: "DD-241", visited_on: "2009-06-17", weight_kg: "30" });
    assert.equal((await send("visit", beside)).status, 201, "another visit of that child is open");
  });

  test("signatures that an import will void are told by row, and those alone", async () => {
    const { given, enter, send, dry, manager, investigator } = edges();
    const voided = async (patient: string): Promise<readonly string[]> => {
      const { json } = await manager("GET", `/api/centres/Dresden/patients/${patient}`);
      const all = json.signatures as readonly { visit: string; voidedAt: string | null }[];
      return all.flatMap(({ visit, voidedAt }) => (voidedAt === null ? [] : [visit]));
    };
    /** [what, table, row of the file, the visits whose signature goes] of children P, whose visits P-A and P-B are signed. */
    const inputs: readonly (readonly [string, string, (P: string) => Cells, readonly string[]])[] = [
      ["a signed visit", "visit", (P) => ({ visit: `${P}-A`, visited_on: "2009-05-17", weight_kg: "32" }), ["A"]],
      [
        "a result of it",
        "laboratory",
        (P) => ({ ...RESULT, laboratory: `${P}-L`, visit: `${P}-A`, value: "8" }),
        ["A"],
      ],
      [
        "a new result",
        "laboratory",
        (P) => ({ ...RESULT, laboratory: `${P}-N`, visit: `${P}-B`, sampled_on: "2009-06-17" }),
        ["B"],
      ],
      [
        "a result that changes its visit",
        "laboratory",
        (P) => ({ ...RESULT, laboratory: `${P}-L`, visit: `${P}-B` }),
        ["A", "B"],
      ],
      ["a visit as it is", "visit", (P) => ({ visit: `${P}-A`, visited_on: "2009-05-17", weight_kg: "30.0" }), []],
      ["a visit that nobody signed", "visit", (P) => ({ visit: `${P}-C`, visited_on: "2009-07-17" }), []],
      [
        "a draft of a result, as it is",
        "laboratory",
        (P) => ({ ...RESULT, laboratory: `${P}-D`, visit: `${P}-B`, sampled_on: "2009-06-18" }),
        [],
      ],
      ["a relapse", "relapse", (P) => ({ relapse: `${P}-R`, noticed_on: "2010-05-17" }), []],
    ];
    const children = inputs.map((_, place) => `DD-25${place}`);
    await given("patient", ...children.map((patient) => child(patient)));
    await given(
      "visit",
      ...children.flatMap((patient) => [
        { visit: `${patient}-A`, patient, visited_on: "2009-05-17", weight_kg: "30" },
        { visit: `${patient}-B`, patient, visited_on: "2009-06-17", weight_kg: "30" },
      ]),
    );
    await given(
      "laboratory",
      ...children.map((patient) => ({ ...RESULT, laboratory: `${patient}-L`, patient, visit: `${patient}-A` })),
    );
    for (const [place, [what, table, rowOf, gone]] of inputs.entries()) {
      const patient = children[place] ?? "";
      const row = { patient, ...rowOf(patient) };
      if (what.startsWith("a draft")) assert.equal((await enter(table, row, "draft")).status, 201);
      for (const visit of ["A", "B"]) {
        const path = `/api/centres/Dresden/visits/${patient}-${visit}/signatures`;
        const signed = await investigator("POST", path, { meaning: "approved", password: PASSWORD });
        assert.equal(signed.status, 201, signed.text);
      }
      const notes = planned(await dry(table, csvOf(table, row))).notes.filter(({ code }) => code === "voids-signature");
      assert.deepEqual(
        notes
          .map(({ where, says }) => [
            where.row,
            where.value,
            /^The visit \S+-(.) is signed by investigator;/.exec(says)?.[1],
          ])
          .sort(),
        gone.map((visit) => [2, row[table as keyof typeof row], visit]),
        what,
      );
      assert.deepEqual(await voided(patient), [], "a dry run voids nothing");
      const done = await send(table, csvOf(table, row));
      assert.equal(done.status, 201, done.text);
      assert.deepEqual(
        await voided(patient),
        gone.map((visit) => `${patient}-${visit}`),
        `${what}: what the database voids is what was told`,
      );
    }
  });

  test("a result that a file lacks takes the signature of its visit with it, and that is told", async () => {
    const { send, server } = edges();
    const bonn = await server.person("bonn", "investigator", "Bonn");
    const bonns = await server.person("bonns", "data_manager", "Bonn");
    const at = (table: string, ...rows: readonly Cells[]) => send(table, csvOf(table, ...rows), "&commit=yes", bonns);
    assert.equal((await at("patient", child("BO-1", { centre: "Bonn" }))).status, 201);
    assert.equal((await at("visit", { visit: "V1", patient: "BO-1", visited_on: "2009-05-17" })).status, 201);
    const stays = { ...RESULT, laboratory: "L2", patient: "BO-1", analyte: "esr", unit: "mm/h" };
    const goes = { ...RESULT, laboratory: "L1", patient: "BO-1", visit: "V1" };
    assert.equal((await at("laboratory", goes, stays)).status, 201);
    const path = "/api/centres/Bonn/visits/V1/signatures";
    assert.equal((await bonn("POST", path, { meaning: "approved", password: PASSWORD })).status, 201);
    const seen = planned(await send("laboratory", csvOf("laboratory", stays), "&lacking=delete", bonns));
    assert.deepEqual(codes(seen.notes), ["voids-signature"]);
    assert.match(seen.notes[0]?.says ?? "", /^The visit V1 is signed by bonn;/);
    assert.deepEqual(seen.notes[0]?.where.value, "L1");
    const more = `&commit=yes&lacking=delete&plan=${seen.plan}`;
    assert.equal((await send("laboratory", csvOf("laboratory", stays), more, bonns)).status, 201);
    const { signatures } = (await bonn("GET", "/api/centres/Bonn/patients/BO-1")).json;
    assert.notEqual((signatures as readonly { voidedAt: string | null }[])[0]?.voidedAt, null);
  });
}
