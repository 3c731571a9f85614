import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { zipSync } from "fflate";
import { child, codes, csvOf, EDGES, type EdgeRegistry, edge, planned, there, ZIP } from "./edge-registry.ts";

/** What the registry asks about and takes: the inputs of others are in `packages/codebook/tests/asked-about.test.ts`. */
export function askedAbout(edges: () => EdgeRegistry): void {
  test("a child that is there under a look-alike name is asked about", async () => {
    const { dry, enter, change, asked } = edges();
    const texts = ["dd-001", "DD-01", "ＤＤ-001", "DD-OO1", "DD-00l"].map((name) => csvOf("patient", child(name)));
    for (const text of [...texts, ...edge("09-child-twice-by-case/patient.csv")])
      assert.ok(codes(planned(await dry("patient", text)).problems).includes("twin-key"), text);
    const draft = await enter("patient", child("dd-002"), "draft");
    assert.equal(draft.status, 201, draft.text);
    const whole = await change("patient", "dd-002", child("dd-002"));
    assert.equal(whole.status, 200, whole.text);
    assert.deepEqual(await asked("dd-002"), ["twin-key"]);
  });

  test("the future is asked about against the day of the import and of the save", async () => {
    const { dry, given, change, asked } = edges();
    const late = child("DD-011", { last_contact_on: "2098-01-20" });
    assert.deepEqual(codes(planned(await dry("patient", csvOf("patient", late))).problems), ["in-the-future"]);
    await given("patient", child("DD-011"));
    assert.equal((await change("patient", "DD-011", late)).status, 200);
    assert.deepEqual(await asked("DD-011"), ["in-the-future"]);
  });

  if (there)
    test("the shared files of the future, an adult, 999 and what contradicts another table are asked about", async () => {
      const { dry, manager } = edges();
      for (const [file, code] of [
        ["11-last-contact-in-the-future/patient.csv", "in-the-future"],
        ["12-child-of-109-years/patient.csv", "no-child"],
      ] as const)
        assert.ok(codes(planned(await dry("patient", edge(file)[0] ?? "")).problems).includes(code));
      const found = async (folder: string): Promise<readonly string[]> => {
        const files = Object.fromEntries(
          readdirSync(`${EDGES}/base`).map((name) => {
            const own = `${EDGES}/${folder}/${name}`;
            return [name, new Uint8Array(readFileSync(existsSync(own) ? own : `${EDGES}/base/${name}`))];
          }),
        );
        const { problems } = planned(await manager("POST", "/api/imports", zipSync(files), ZIP));
        return problems.map(({ code, where }) => `${where.file} ${where.row} ${code}`);
      };
      const between = await found("28-silent-between-tables");
      for (const one of [
        "adverse_effect.csv 2 before-its-cause",
        "course.csv 2 before-its-cause",
        "laboratory.csv 2 far-from-visit",
        "laboratory.csv 2 implausible-limit",
        "lesion.csv 3 same-content",
        "relapse.csv 2 before-its-cause",
        "treatment.csv 3 same-content",
      ])
        assert.ok(between.includes(one), `${one}: ${between}`);
      const nines = await found("29-missing-codes-999");
      for (const one of ["laboratory.csv 3 stands-for-missing", "visit.csv 3 stands-for-missing"])
        assert.ok(nines.includes(one), `${one}: ${nines}`);
    });

  test("what a child has already, under another number, is asked about, at both rows", async () => {
    const { given, dry, send, asked, undo } = edges();
    await given("patient", child("DD-013"));
    const result = { patient: "DD-013", sampled_on: "2009-05-17", analyte: "crp", value: "5", unit: "mg/L" };
    await given("laboratory", { ...result, laboratory: "L131" });
    const other = csvOf("laboratory", { ...result, laboratory: "L132", value: "0.5", unit: "mg/dL" });
    assert.deepEqual(codes(planned(await dry("laboratory", other)).problems), ["same-content"]);
    const pairs: readonly (readonly [string, string, string])[] = [
      ["L131", "L132", other],
      ...edge("13-same-result-under-new-numbers/step2-laboratory.csv").map((text) => ["LD1", "LD2", text] as const),
    ];
    for (const text of edge("13-same-result-under-new-numbers/step1-laboratory.csv"))
      assert.equal((await send("laboratory", text)).status, 201);
    for (const [first, second, text] of pairs) {
      const done = await send("laboratory", text);
      assert.equal(done.status, 201, done.text);
      assert.deepEqual([await asked(first), await asked(second)], [["same-content"], ["same-content"]]);
      assert.equal((await undo(done)).status, 200);
      assert.deepEqual(await asked(first), [], "the question ends with its cause");
    }
  });
}
