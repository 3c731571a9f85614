import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CNO_MODELS, CNO_OUTCOMES, classify, type Findings } from "@osteon/cno";
import { derive, modelsReached, readModels } from "@osteon/derive";
import { openDuckDb, type Row } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { spec } from "../../../tests/spec/run-spec.ts";
import protocol from "../protocol.ts";
import { CLASSIFICATIONS } from "../tables.ts";
import { drawn } from "./reference-charts.ts";

const models = readModels([CNO_MODELS, CNO_OUTCOMES]);

spec(
  "NBODS at diagnosis: CRP up to 55 mg/l, more than one lesion, a femur; without a count of bands that decides where 17 is not enough.",
  {
    study: { protocol, models },
    charts: {
      patient: "patient\nA\nB\nC\nD\nE",
      visit: "visit | patient | visited_on\nv1 | A | +0\nv2 | B | +0\nv3 | C | +0\nv4 | D | +0",
      laboratory: `patient | visit | sampled_on | analyte | value | unit
    A | v1 | +0 | crp | 55 | mg/L
    B | v2 | +0 | crp | 55.1 | mg/L
    C | v3 | +0 | crp | 80 | mg/L
    D | v4 | +0 | crp | 80 | mg/L`,
      imaging: "imaging | patient | imaged_on\ni1 | A | +0\ni2 | B | +0\ni3 | C | +0\ni4 | D | +0",
      lesion: `lesion | patient | bone | side
    n1 | A | tibia | left
    n2 | B | femur | left
    n3 | C | tibia | left
    n4 | D | tibia | left
    n5 | D | fibula | left`,
      lesion_observation: `patient | imaging | lesion | state
    A | i1 | n1 | active
    B | i2 | n2 | active
    C | i3 | n3 | active
    D | i4 | n4 | active
    D | i4 | n5 | active`,
    },
    model: "classification",
    where: "classification = 'nbods_2023'",
    gives: `patient_no | score_lowest | score_highest | unknown_items | answer
  A | 56 | 71 | 1 | met
  B | 17 | 32 | 1 | undecided
  C | 0 | 15 | 1 | not_met
  D | 27 | 42 | 1 | met
  E | 0 | 115 | 4 | undecided`,
  },
);

spec(
  "A CRP of which no more than a limit is known counts where every value on its side does: below 5 is at most 55, above 20 may be either; so do bands.",
  {
    study: { protocol, models },
    charts: {
      patient: "patient\nA\nB\nC\nD\nE\nF",
      visit: ["A", "B", "C", "D", "E", "F"].reduce(
        (rows, one) => `${rows}\nv${one} | ${one} | +0`,
        "visit | patient | visited_on",
      ),
      laboratory: `patient | sampled_on | analyte | comparator | value | unit
    A | +0 | crp | below | 5 | mg/L
    B | +0 | crp | above | 20 | mg/L
    C | +0 | crp | above | 55 | mg/L
    D | +0 | crp | at_least | 55 | mg/L
    E | +0 | crp | at_most | 5.5 | mg/dL
    F | +0 | band_neutrophils | below | 100 | /uL`,
    },
    model: "classification_finding",
    gives: `patient_no | crp_at_most_55 | crp_at_least_10 | bands_at_most_220
  A | 1 | 0 | -
  B | - | 1 | -
  C | 0 | 1 | -
  D | - | 1 | -
  E | 1 | - | -
  F | - | - | 1`,
  },
);

test("300 drawn children are classified as the definitions say, child by child, and Jansson's sum is that of the score", async () => {
  const folder = await mkdtemp(join(tmpdir(), "osteon-classification-"));
  const engine = await openDuckDb({ threads: 1 });
  try {
    const frozen = await freeze(drawn, { directory: join(folder, "freeze"), policy: "middle" });
    assert.ok(frozen.ok);
    await openFreeze(engine, frozen.value);
    await derive(engine, protocol, { models: modelsReached(models, ["classification"]), within: [folder] });
    const found = await engine.rows("SELECT * FROM classification_finding ORDER BY patient_no");
    const answers = await engine.rows("SELECT * FROM classification");
    const scores = await engine.rows("SELECT * FROM jansson");
    const byName = (row: Row, name: string) =>
      answers.find((own) => own.patient_no === row.patient_no && own.classification === name);
    const seen = new Set<string>();
    for (const row of found) {
      for (const definition of CLASSIFICATIONS) {
        const told = byName(row, definition.name);
        const { answer, lowest, highest } = classify(definition, row as Findings);
        assert.deepEqual(
          [told?.answer, told?.score_lowest, told?.score_highest],
          [answer, lowest, highest],
          `${definition.name} of child ${row.patient_no}`,
        );
        seen.add(`${definition.name} ${answer}`);
      }
      const score = scores.find((own) => own.patient_no === row.patient_no);
      const jansson = byName(row, "jansson_2009");
      assert.deepEqual([jansson?.score_lowest, jansson?.score_highest], [score?.score_lowest, score?.score_highest]);
    }
    assert.ok(seen.size >= 5, `answers among these children: ${[...seen].join(", ")}`);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
});
