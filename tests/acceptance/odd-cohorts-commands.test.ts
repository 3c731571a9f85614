import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chartFolder, ODD_COHORTS } from "./odd-cohorts.ts";
import { osteon, place } from "./osteon.ts";

/** What no answer of a command holds. */
const NEVER = /this is a bug|\bNaN\b|\bundefined\b|\n {4}at /;
const whole = process.env.OSTEON_SOAK !== undefined;
const STUDIES = ["schnabel-2017", "ctp-course", "tnfi-or-pamidronate", "registry-report"];

describe("commands on cohorts that are odd", () => {
  for (const [index, [name, tables]] of Object.entries(ODD_COHORTS).entries()) {
    // Each study has each cohort in the soak; npm test has one child, without the hundred ways of a sensitivity analysis.
    if (!whole && name !== "one child") continue;
    test(`charts with ${name}: reproduce, sensitivity and explain answer, and whole runs end in a report`, async () => {
      const data = chartFolder(`commands-${index}`, tables);
      const said = async (code: number, ...words: readonly string[]): Promise<string> => {
        const ended = await osteon(...words);
        const told = `${words.join(" ")}\n${ended.out}\n${ended.err}`;
        assert.equal(ended.code, code, told.slice(0, 2000));
        assert.doesNotMatch(told, NEVER);
        return ended.out;
      };
      // Of one child nothing differs, since none of the printed numbers is of it.
      if (name === "one child")
        assert.match(await said(0, "reproduce", "schnabel-2017", "--data", data), /no such children here/);
      else {
        const compared = JSON.parse(await osteonJson("reproduce", "schnabel-2017", "--data", data, "--json"));
        assert.ok(JSON.stringify(compared).includes("absent") || JSON.stringify(compared).includes("differs"));
      }
      const out = place(`sensitivity-${index}`);
      if (whole) await said(0, "sensitivity", "schnabel-2017", "--data", data, "--out", out);
      const [child] = tables.patient ?? [];
      if (child === undefined) await said(5, "explain", "DD-001", "--data", data);
      else await said(0, "explain", child.patient ?? "", "--data", data);
      for (const study of whole ? STUDIES : STUDIES.slice(-1)) {
        const run = place(`run-${index}-${study}`);
        await said(0, "study", "run", study, "--data", data, "--out", run);
        for (const file of ["index.html", "report.docx"]) assert.ok(existsSync(join(run, "report", file)), file);
      }
    });
  }
});

/** The answer of a command that may say, by its code, that numbers differ. */
async function osteonJson(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await osteon(...words);
  assert.ok(code === 0 || code === 4, `${code} ${err}`);
  assert.doesNotMatch(out + err, NEVER);
  return out;
}
