import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ANALYTES, type Analyte, type Charts, type Codebook, codebookWith, DRUGS, SHIPPED } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { type Freeze, freeze, openFreeze, readFreeze, verifyFreeze } from "../src/index.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { smallCharts } from "./small-charts.ts";

const BONELIX = { code: "own_bonelix", says: "Bonelix", german: "Bonelix" } as const;
const OSTEOCALCIN = {
  ...{ code: "own_osteocalcin", says: "Osteocalcin", german: "Osteokalzin", unit: "ng/mL" },
  scale: "quantity",
  reported: [
    { unit: "ng/mL", numerator: 1, denominator: 1 },
    { unit: "ug/dL", numerator: 10, denominator: 1 },
  ],
  limits: { possible: [0, 1000], plausible: [1, 400] },
} as const satisfies Analyte;
const BOOK = codebookWith({ drugs: [...DRUGS, BONELIX], analytes: [...ANALYTES, OSTEOCALCIN] });
const CLASSED = codebookWith({ drugs: [...DRUGS, { ...BONELIX, drugClass: "bisphosphonate" }] }, BOOK);

/** The small charts with one row more in two tables. */
const grown = (): Charts =>
  smallCharts().map((chart) => {
    const more = MORE[chart.name];
    return more === undefined ? chart : { ...chart, rows: [...chart.rows, { row: 99, cells: more }] };
  });
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  treatment: {
    ...{ treatment: "T99", patient: "A-1", drug: "own_bonelix", drug_class: "other", started_on: "2009-10-01" },
    stopped_on: "not applicable",
  },
  laboratory: {
    ...{ laboratory: "L99", patient: "A-1", sampled_on: "2009-10-01", analyte: "own_osteocalcin" },
    ...{ value: "3.5", unit: "ug/dL" },
  },
};

async function frozen(charts: Charts, directory: string, book?: Codebook): Promise<Freeze> {
  const made = await freeze(charts, { directory, policy: "middle", ...(book && { book }) });
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}

async function ask(made: Freeze, question: string) {
  const engine = await openDuckDb();
  try {
    await openFreeze(engine, made);
    return await engine.rows(question);
  } finally {
    await engine.close();
  }
}

describe("a freeze and the lists that its charts go by", () => {
  test("keeps them: an own drug without a class is other, an own analyte is in its own unit", async (context) => {
    const folder = await scratchFolder(context);
    const made = await frozen(grown(), join(folder, "own"), BOOK);
    assert.deepEqual(await ask(made, "SELECT drug_class FROM treatment WHERE treatment = 'T99'"), [
      { drug_class: "other" },
    ]);
    const [result] = await ask(made, "SELECT value_x1000 FROM laboratory WHERE laboratory = 'L99'");
    assert.equal(Number(result?.value_x1000), 35_000);
    assert.deepEqual(await ask(made, "SELECT drug_class, atc FROM codebook_drug WHERE drug = 'own_bonelix'"), [
      { drug_class: null, atc: null },
    ]);
    const unclassed = [{ drug: "own_bonelix", en: "Bonelix", de: "Bonelix", treatments: 1, children: 1 }];
    assert.deepEqual(made.unclassed, unclassed);
    const again = await readFreeze(made.directory);
    assert.ok(again.ok && (await verifyFreeze(made.directory)).ok);
    assert.deepEqual([again.value.unclassed, again.value.book], [unclassed, BOOK]);
    assert.ok(!again.queries.some(({ code }) => code === "freeze-codebook-differs"));
    const { drugs } = JSON.parse(await readFile(join(made.directory, "codebook.json"), "utf8"));
    assert.equal(drugs.at(-1).code, "own_bonelix");
  });

  test("a drug is of the class that the list gives it, whatever the row says", async (context) => {
    const folder = await scratchFolder(context);
    const made = await frozen(grown(), join(folder, "classed"), CLASSED);
    assert.deepEqual(await ask(made, "SELECT drug_class FROM treatment WHERE treatment = 'T99'"), [
      { drug_class: "bisphosphonate" },
    ]);
    assert.equal(made.unclassed, undefined);
  });

  test("the hash of charts tells what a registry added, and not a list that says what is shipped", async (context) => {
    const folder = await scratchFolder(context);
    const shipped = await frozen(smallCharts(), join(folder, "shipped"));
    const same = await frozen(smallCharts(), join(folder, "same"), codebookWith({ drugs: [...DRUGS] }));
    const retired = codebookWith({ drugs: DRUGS.map((drug) => ({ ...drug, retired: true as const })) });
    const hashes = [BOOK, CLASSED].map((book, place) => frozen(smallCharts(), join(folder, String(place)), book));
    assert.equal(same.hash, shipped.hash);
    assert.equal((await frozen(smallCharts(), join(folder, "retired"), retired)).hash, shipped.hash);
    const own = (await Promise.all(hashes)).map(({ hash }) => hash);
    assert.equal(new Set([shipped.hash, ...own]).size, 3);
    assert.deepEqual(shipped.book, SHIPPED);
  });

  test("without the list the same charts are refused", async (context) => {
    const made = await freeze(grown(), { directory: join(await scratchFolder(context), "none"), policy: "middle" });
    assert.ok(!made.ok);
    assert.deepEqual(made.problems.map(({ code, where }) => `${code} ${where.column}`).sort(), [
      "unknown-choice analyte",
      "unknown-choice drug",
    ]);
  });
});
