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
const PLAN_DRUGS = ["dmard", "tnf_inhibitor", "bisphosphonate"];

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
    assert.equal(value("all-children.all.n"), cno.length);
    const treated = new Set(
      rowsOf(charts, "treatment").flatMap(({ patient, drug_class = "" }) =>
        PLAN_DRUGS.includes(drug_class) ? [patient] : [],
      ),
    );
    const plans = value("in-a-plan.all.n") ?? 0;
    assert.ok(plans <= treated.size, `${plans} children in a plan, ${treated.size} given a drug that may be one`);
    assert.equal(value("without-plan.all.n"), cno.length - plans);
    if (treated.size === 0) assert.equal(value("pedcno30.tnf_inhibitor/month12.percent"), null);
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
