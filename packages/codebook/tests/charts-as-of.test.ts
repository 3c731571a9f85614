import assert from "node:assert/strict";
import { test } from "node:test";
import { type Charts, chartsAsOf, checkCharts } from "../src/index.ts";

/** Tables by hand: the header, then a row a line, cells apart by commas. */
const charts = (tables: Readonly<Record<string, string>>): Charts =>
  Object.entries(tables).map(([name, text]) => {
    const [head = "", ...lines] = text.trim().split(/\n\s*/);
    const columns = head.split(",");
    const rows = lines.map((line, index) => ({
      row: index + 2,
      cells: Object.fromEntries(line.split(",").map((cell, place) => [columns[place] ?? "", cell])),
    }));
    return { name, file: `${name}.csv`, rows };
  });

const rowsOf = (of: Charts, table: string): readonly string[] =>
  of.find(({ name }) => name === table)?.rows.map(({ cells }) => Object.values(cells).join(",")) ?? [];

const WHOLE = charts({
  patient: `patient,centre,cohort,born_on,onset_on,diagnosed_on,consent,status,last_contact_on
    A,X,cno,2000-01,2010-01,2010-06-30,given,dead,2012-05-01
    B,X,cno,2000-01,2010-01,2010-07-01,given,alive,2012-05-01
    C,X,cno,2000-01,2009-01,2009-02-01,given,lost,2010-03-01
    D,X,cno,2000-01,2009-01,2009-02-01,given,opted_out,2012-05-01`,
  visit: `visit,patient,visited_on
    1,A,2010-06-30
    2,A,2010-07-01
    3,B,2010-06-01
    4,C,2009-02-01`,
  laboratory: `laboratory,patient,visit,sampled_on,analyte
    1,A,1,2010-06-29,crp
    2,A,2,2010-06-30,crp
    3,A,2,2010-07-01,crp`,
  imaging: `imaging,patient,imaged_on,modality
    1,A,2010-06-01,whole_body_mri
    2,A,2010-08-01,whole_body_mri`,
  lesion: `lesion,patient,bone
    1,A,tibia
    2,A,femur
    3,A,clavicle`,
  lesion_observation: `lesion_observation,patient,imaging,lesion,state
    1,A,1,1,active
    2,A,2,1,not_visible
    3,A,2,2,new`,
  treatment: `treatment,patient,drug,drug_class,started_on,stopped_on,stop_reason
    1,A,naproxen,nsaid,2010-05-01,2010-06-30,inefficacy
    2,A,pamidronate,bisphosphonate,2010-06-01,2010-07-01,remission
    3,A,prednisolone,steroid,2010-07-01,not applicable,
    4,C,naproxen,nsaid,2009-03-01,unknown,`,
  course: `course,patient,treatment,cycle,cycle_day,given_on
    1,A,2,1,1,2010-06-01
    2,A,2,2,1,2010-07-15
    3,A,3,1,1,2010-06-30`,
  manifestation: `manifestation,patient,kind,noticed_on,distant_from_lesions
    1,A,arthritis,2010,no
    2,A,psoriasis,2010-06,
    3,A,arthritis,2011,yes
    4,A,acne_fulminans,,`,
  joint: `joint,patient,manifestation,site
    1,A,1,knee
    2,A,3,hip`,
});

test("charts as of a day have what was there at its end, and what it needs", () => {
  const of = chartsAsOf(WHOLE, "2010-06-30");
  assert.deepEqual(rowsOf(of, "patient"), [
    // Died and was seen later: alive and in contact that day.
    "A,X,cno,2000-01,2010-01,2010-06-30,given,alive,2010-06-30",
    // Lost before, and opted out whenever: stays so.
    "C,X,cno,2000-01,2009-01,2009-02-01,given,lost,2010-03-01",
    "D,X,cno,2000-01,2009-01,2009-02-01,given,opted_out,2010-06-30",
  ]);
  assert.deepEqual(rowsOf(of, "visit"), ["1,A,2010-06-30", "4,C,2009-02-01"], "child B is not diagnosed yet");
  assert.deepEqual(
    rowsOf(of, "laboratory"),
    ["1,A,1,2010-06-29,crp", "2,A,,2010-06-30,crp"],
    "a result may do without its visit",
  );
  assert.deepEqual(rowsOf(of, "imaging"), ["1,A,2010-06-01,whole_body_mri"]);
  assert.deepEqual(rowsOf(of, "lesion_observation"), ["1,A,1,1,active"]);
  assert.deepEqual(
    rowsOf(of, "lesion"),
    ["1,A,tibia", "3,A,clavicle"],
    "a lesion first seen later is not known; one never seen stays",
  );
  assert.deepEqual(rowsOf(of, "treatment"), [
    "1,A,naproxen,nsaid,2010-05-01,2010-06-30,inefficacy",
    "2,A,pamidronate,bisphosphonate,2010-06-01,not applicable,",
    "4,C,naproxen,nsaid,2009-03-01,unknown,",
  ]);
  assert.deepEqual(
    rowsOf(of, "course"),
    ["1,A,2,1,1,2010-06-01"],
    "an infusion of a treatment that is not begun is none",
  );
  assert.deepEqual(
    rowsOf(of, "manifestation"),
    ["2,A,psoriasis,2010-06,", "4,A,acne_fulminans,,"],
    "the middle of June is before, that of 2010 is after its 30th; without a date it stays",
  );
  assert.deepEqual(rowsOf(of, "joint"), []);
});

test("as of a day after everything the charts are what they are, and twice is once", () => {
  assert.deepEqual(chartsAsOf(WHOLE, "2013-01-01"), WHOLE);
  const once = chartsAsOf(WHOLE, "2010-06-30");
  assert.deepEqual(chartsAsOf(once, "2010-06-30"), once);
});

test("what is wrong with charts is still told: a reference to nothing stays, and a day is a whole day", () => {
  const wrong = charts({
    ...{ patient: "patient", imaging: "imaging", lesion: "lesion" },
    lesion_observation: "lesion_observation,patient,imaging,lesion,state\n1,Z,9,9,active\n2,,,,active",
  });
  assert.equal(rowsOf(chartsAsOf(wrong, "2010-06-30"), "lesion_observation").length, 2);
  assert.ok(checkCharts(chartsAsOf(wrong, "2010-06-30")).some(({ code }) => code === "no-such-row"));
  assert.throws(() => chartsAsOf(WHOLE, "2010"), /whole day, not 2010/);
});
