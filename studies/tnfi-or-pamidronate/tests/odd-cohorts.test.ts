import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { resultIds } from "@osteon/estimate";
import { reportHtml } from "@osteon/publish";
import { readStudy, reportInput } from "@osteon/run";
import { reportWords } from "../../../tests/acceptance/dresden-golden.ts";
import { isGerman } from "../../../tests/acceptance/german-page.ts";
import { isCno, NEVER_SAID, ODD_CHARTS, rowsOf } from "../../registry-report/tests/odd-charts.ts";
import { reportOf } from "../../registry-report/tests/report-of.ts";

const study = await readStudy(join(import.meta.dirname, ".."));

for (const [name, charts] of Object.entries(ODD_CHARTS)) {
  test(`charts with ${name} give every declared result, counted right, in words that a reader understands`, async () => {
    const { results, html } = await reportOf(charts, study);
    const value = (id: string) => results.results.find((result) => result.id === id)?.value;
    const own = new Set(results.results.map(({ id }) => id));
    assert.deepEqual(
      [...resultIds(study.protocol)].filter((id) => !own.has(id)),
      [],
    );
    const cno = rowsOf(charts, "patient").filter((row) => isCno(row) && row.consent !== "withdrawn");
    const names = new Set(cno.map(({ patient }) => patient));
    const given = (wanted: (row: Readonly<Record<string, string>>) => boolean) =>
      new Set(
        rowsOf(charts, "treatment")
          .filter((row) => wanted(row) && names.has(row.patient))
          .map(({ patient }) => patient),
      );
    const pamidronate = given(({ drug }) => drug === "pamidronate");
    const inhibitor = given(({ drug_class }) => drug_class === "tnf_inhibitor");
    const either = new Set([...pamidronate, ...inhibitor]);
    assert.equal(value("all-children.all.n"), cno.length);
    assert.equal(value("drug-given.pamidronate.n"), pamidronate.size);
    assert.equal(value("drug-given.tnf_inhibitor.n"), inhibitor.size);
    assert.equal(value("given-either.all.n"), either.size);
    assert.equal(value("given-neither.all.n"), cno.length - either.size);
    if (inhibitor.size === 0) assert.equal(value("drug-remission.tnf_inhibitor/month6.percent"), null);
    const words = reportWords(html);
    for (const pattern of NEVER_SAID)
      assert.equal(
        words.find((line) => pattern.test(line)),
        undefined,
        `${pattern} in the report`,
      );
    isGerman(reportWords(reportHtml(reportInput(study, results, { language: "de" }))));
  });
}
