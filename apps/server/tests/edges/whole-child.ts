import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cells, child, csvOf, type EdgeRegistry, edge, planned, refusedIn, type Told } from "./edge-registry.ts";

/** [table, a row of 2009, what says so] of children whose birth is then moved to 2010. */
const DATED: readonly (readonly [string, Cells, RegExp])[] = [
  ["visit", { visit: "V900", visited_on: "2009-06-17" }, /^In visit V900: 2009-06-17/],
  [
    "laboratory",
    { laboratory: "L901", sampled_on: "2009-06-17", analyte: "crp", value: "5", unit: "mg/L" },
    /^In laboratory L901: 2009-06-17/,
  ],
  [
    "treatment",
    { treatment: "T902", drug: "naproxen", drug_class: "nsaid", started_on: "2009-06-17" },
    /^In treatment T902: 2009-06-17/,
  ],
  [
    "manifestation",
    { manifestation: "M903", kind: "psoriasis", noticed_on: "2009", distant_from_lesions: "not applicable" },
    /^In manifestation M903: 2009 /,
  ],
];
const MOVED = { born_on: "2010-06", diagnosed_on: "2010-07-01" };

/** Every rule holds for the whole child after a save, an import and an undo, whichever row moved (14). */
export function wholeChild(edges: () => EdgeRegistry): void {
  for (const [place, [table, row, says]] of DATED.entries())
    test(`a birth is not moved behind a row of ${table}, by file or form`, async () => {
      const { given, send, change } = edges();
      const patient = `DD-09${place}`;
      await given("patient", child(patient));
      await given(table, { patient, ...row });
      const moved = child(patient, MOVED);
      for (const text of [
        csvOf("patient", moved),
        ...(place === 0 ? edge("14-birth-moved-behind-visits/step3-patient.csv") : []),
      ]) {
        const answer = await send("patient", text);
        assert.equal(answer.status, 422, answer.text);
        const [problem] = refusedIn(answer);
        assert.deepEqual([problem?.code, problem?.where.row, problem?.where.column], ["before-birth", 2, "born_on"]);
        assert.match(problem?.says ?? "", says);
      }
      const put = await change("patient", patient, moved);
      assert.equal(put.status, 422, put.text);
      assert.deepEqual(
        refusedIn(put).map(({ code, where }) => [code, where.column]),
        [["before-birth", "born_on"]],
      );
      // The month in which the row lies may still be that of the birth.
      const same = await change("patient", patient, child(patient, { ...MOVED, born_on: "2009-06" }));
      assert.equal(same.status, 200, same.text);
    });

  test("a last contact stated before other rows asks about them, but for a visit: the last contact follows it", async () => {
    const { given, change, asked } = edges();
    await given("patient", child("DD-095"));
    await given("visit", { visit: "V950", patient: "DD-095", visited_on: "2009-06-17" });
    await given("relapse", { relapse: "R950", patient: "DD-095", noticed_on: "2009-06-18" });
    const back = await change("patient", "DD-095", child("DD-095", { last_contact_on: "2009-05-20" }));
    assert.equal(back.status, 200, back.text);
    assert.deepEqual(await asked("V950"), []);
    assert.deepEqual(await asked("R950"), ["after-last-contact"], "a row beside the saved one is asked about");
    assert.equal(
      (back.json as { row: { cells: { last_contact_on: string } } }).row.cells.last_contact_on,
      "2009-06-17",
    );
  });

  test("an undo does not break a rule with what was entered since", async () => {
    const { given, send, enter, undo } = edges();
    await given("patient", child("DD-096", { born_on: "2001-06" }));
    const earlier = await send("patient", csvOf("patient", child("DD-096", { born_on: "1999-06" })));
    assert.equal((await enter("visit", { visit: "V960", patient: "DD-096", visited_on: "2000-06-17" })).status, 201);
    const undone = await undo(earlier);
    assert.equal(undone.status, 409, undone.text);
    assert.deepEqual(
      planned(undone).problems.map(({ where }: Told) => where.value),
      ["V960"],
    );
  });
}
