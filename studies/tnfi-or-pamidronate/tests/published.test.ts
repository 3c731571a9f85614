import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { comparePublished, indexResults } from "@osteon/estimate";
import { freeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { decimalText, statements } from "@osteon/protocol";
import { reportHtml } from "@osteon/publish";
import { analyse, readStudy, reportInput } from "@osteon/run";
import { fisherExact } from "@osteon/stats";
import protocol from "../protocol.ts";
import { OWN_CHARTS, PUBLISHED } from "../published.ts";
import { SAMPLE } from "./reference-charts.ts";

test("of the study's own charts each printed number is the same, or is said to follow from nothing printed", async () => {
  const { charts } = await readChartFolder(SAMPLE);
  const folder = mkdtempSync(join(tmpdir(), "osteon-own-"));
  try {
    const frozen = await freeze(charts, { directory: join(folder, "freeze"), policy: "middle" });
    assert.ok(frozen.ok);
    assert.equal(frozen.value.hash, OWN_CHARTS);
    const study = await readStudy(join(import.meta.dirname, ".."));
    const { results } = await analyse(study, frozen.value);
    const compared = comparePublished(PUBLISHED, indexResults(results.results));
    assert.deepEqual(
      compared.map(({ id, printed, verdict }) => [id, printed, verdict]),
      [
        ["children", "91", "same"],
        ["pamidronate-alone", "47", "same"],
        ["tnf-inhibitor-alone", "22", "same"],
        ["both", "22", "same"],
        ["fatigue", "0.003", "same"],
        ["arthritis", "0.002", "same"],
        ["sex", "0.027", "same"],
        ["lesions", "0.01", "underivable"],
        ["crp", "0.03", "underivable"],
        ["flares", "fewer", "underivable"],
      ],
    );
    const page = reportHtml(reportInput(study, results));
    assert.doesNotMatch(page, /cited from elsewhere/, "none is cited");
    assert.match(page, /Same 7<.*Differs 0<.*Not derivable from what is printed 3</s);
    assert.match(reportHtml(reportInput(study, results, { language: "de" })), /Aus dem Gedruckten nicht ableitbar 3</);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Every two-by-two table of groups of these sizes, more of it in the first, of which Fisher's test prints p: `11/22 11/69`. */
const tablesOf = (first: number, second: number, p: string): readonly string[] =>
  Array.from({ length: first + 1 }, (_, a) => a).flatMap((a) =>
    Array.from({ length: second + 1 }, (_, c) => c)
      .filter((c) => a * second > c * first)
      .filter((c) => {
        const exact = fisherExact({ a, b: first - a, c, d: second - c });
        return exact.estimable && decimalText(exact.value, 3) === p;
      })
      .map((c) => `${a}/${first} ${c}/${second}`),
  );

// R: fisher.test over all tables gives 16, 16 and 1, too.
test("as many tables give a printed p value as its note says, the chosen one among them", () => {
  const [fatigue, arthritis, sex] = [tablesOf(22, 69, "0.003"), tablesOf(22, 69, "0.002"), tablesOf(22, 47, "0.027")];
  assert.deepEqual([fatigue.length, arthritis.length, sex], [16, 16, ["19/22 27/47"]]);
  assert.ok(fatigue.includes("11/22 11/69") && arthritis.includes("10/22 9/69"));
});

test("every rule says where the abstract or another paper states it, or that it is an assumption", () => {
  const open = statements(protocol)
    .filter(({ path }) => /^(rules|timePoints|groups|cohorts)\./.test(path))
    .filter(({ stated }) => stated.source === undefined && stated.assumption !== true);
  assert.deepEqual(
    open.map(({ path }) => path),
    [],
  );
});
