import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { type Freeze, verifyFreeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { reportHtml } from "@osteon/publish";
import { analyse, outlineOf, readStudy, reportInput, type Study } from "@osteon/run";
import { unzipSync } from "fflate";
import { type Answered, besideR } from "../../../studies/registry-report/tests/beside-r.ts";
import { SAMPLE } from "../../../studies/registry-report/tests/reference-charts.ts";
import { reportOf } from "../../../studies/registry-report/tests/report-of.ts";

const folder = mkdtempSync(join(tmpdir(), "osteon-old-freeze-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A freeze of the sample that the first release made. */
async function firstFreeze(): Promise<Freeze> {
  const zip = readFileSync(new URL("../../freeze/tests/first-release/freeze.zip", import.meta.url));
  for (const [name, bytes] of Object.entries(unzipSync(zip))) writeFileSync(join(folder, name), bytes);
  const read = await verifyFreeze(folder);
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.version, 1);
  return read.value;
}
const frozen = await firstFreeze();
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

describe("a freeze of the first version of the codebook", () => {
  for (const id of ["registry-report", "ctp-course"])
    test(`gives in ${id} what R reads in the charts`, async () => {
      const answered: Answered = read(`../../../studies/${id}/tests/reference/${id}.json`).results.sample;
      const { results } = await analyse(await readStudy(id), frozen);
      assert.ok(Object.keys(answered).length > 100);
      besideR(results.results, answered);
      assert.deepEqual(results.inputs.notCollected?.fields, [{ en: "Clinical lesions", de: "Klinische Läsionen" }]);
      assert.equal(results.inputs.limitsOnly, undefined);
    });

  test("gives in tnfi-or-pamidronate what the same charts give that are frozen today, whose numbers R has read on its own cohort", async () => {
    const study = await readStudy("tnfi-or-pamidronate");
    const { charts } = await readChartFolder(SAMPLE);
    const today = await reportOf(charts, study);
    const then = await analyse(study, frozen);
    const told = ({ results }: typeof then.results) =>
      results.map(({ id, value, because, unit }) => [id, value, because ?? null, unit] as const);
    const [is, was] = [new Map(told(today.results).map((one) => [one[0], one])), told(then.results)];
    const differ = was.filter(([id, ...rest]) => JSON.stringify(is.get(id)?.slice(1)) !== JSON.stringify(rest));
    assert.ok(was.length > 100 && was.some(([id, value]) => id === "all-children.all.n" && value === 56));
    assert.equal(was.length, is.size);
    const analysisOf = (id: string) => id.split(".")[0] ?? "";
    const ofFatigue = new Set(
      differ.filter(([, , because]) => because === "not-collected").map(([id]) => analysisOf(id)),
    );
    assert.deepEqual([...ofFatigue].sort(), ["fatigue-and-drug", "start-fatigue"], "a field of version 3");
    assert.deepEqual(
      differ.filter(([id]) => !ofFatigue.has(analysisOf(id))),
      [],
    );
  });

  test("gives in the Dresden study the golden numbers", async () => {
    const golden: Readonly<Record<string, readonly unknown[]>> = read(
      "../../../tests/acceptance/dresden-golden.json",
    ).results;
    const { results } = await analyse(await readStudy("schnabel-2017"), frozen);
    const today = new Map(
      results.results.map(({ id, value, because, unit, method }) => [id, [value, because ?? null, unit, method]]),
    );
    const changed = Object.entries(golden).filter(
      ([id, row]) => JSON.stringify(today.get(id)) !== JSON.stringify(row.slice(0, 4)),
    );
    assert.ok(today.size > 1000);
    assert.deepEqual(changed, []);
  });
});

const GROWTH = `-- One row per study patient: the tallest height on record, and whether it is above a metre.
SELECT
  study_patient.patient_no,
  MAX(visit.height_cm_x10) AS height_x10,
  MAX(CASE WHEN visit.height_cm_x10 > 1000 THEN 1 WHEN visit.height_cm_x10 IS NOT NULL THEN 0 END) AS tall,
  MAX(visit.pain_nrs) AS pain
FROM study_patient
LEFT JOIN visit ON visit.patient_no = study_patient.patient_no
GROUP BY study_patient.patient_no
`;

/** The yearly report with one more model, which reads a field of version 2. */
async function askingForHeight(): Promise<Study> {
  const study = await readStudy("registry-report");
  const grain = "One row per study patient: the tallest height on record.";
  const growth = { name: "growth", layer: "analysis", grain, sql: GROWTH, reads: ["study_patient"] } as const;
  const { protocol } = study;
  const like = protocol.analyses["pain-at-last"];
  assert.ok(like?.kind === "continuous");
  const ask = (column: string) => ({ ...like, from: "growth", column, where: {} });
  const tall = { ...like, kind: "share", column: "tall", values: [1], unknown: [], from: "growth", where: {} } as const;
  const analyses = { ...protocol.analyses, height: ask("height_x10"), pain: ask("pain"), tall };
  const text =
    "The tallest was {height.all.maximum|number:1} cm, and {tall.all.percent|number:0} % were above a metre.";
  const outline = outlineOf(study);
  const growthPart = { id: "growth", title: "Growth", blocks: [{ heading: "Growth", paragraphs: [text] }] };
  const parts = [growthPart, ...outline.parts];
  const asked = { ...protocol, analyses } as Study["protocol"];
  return { ...study, protocol: asked, models: [...study.models, growth], report: { ...outline, parts } };
}

describe("what a codebook of then did not ask for", () => {
  test("was not collected then, which is not unknown: results and report say so, in both languages", async () => {
    const study = await askingForHeight();
    const { results } = await analyse(study, frozen);
    const why = (analysis: string) => [
      ...new Set(
        results.results.filter((row) => row.analysis === analysis && row.value === null).map((row) => row.because),
      ),
    ];
    assert.deepEqual([why("height"), why("tall"), why("pain")], [["not-collected"], ["not-collected"], []]);
    const resting = results.inputs.notCollected?.columns.filter((column) => column.startsWith("growth."));
    assert.deepEqual(resting, ["growth.height_x10", "growth.tall"]);
    const html = reportHtml(reportInput(study, results));
    assert.match(html, /Not collected then: Height, Clinical lesions\. These charts are of version 1 of the codebook/);
    assert.match(
      html,
      /The tallest was .*not estimable \(not collected then\).* cm, and .*not estimable \(not collected then\)/,
    );
    const german = reportHtml({ ...reportInput(study, results), language: "de" });
    assert.match(
      german,
      /Damals nicht erfasst: Größe, Klinische Läsionen\. Diese Akten folgen Version 1 des Codebuchs/,
    );
    assert.match(german, /nicht schätzbar \(damals nicht erfasst\)/);
  });
});
