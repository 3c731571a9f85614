import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { type Results, resultIds } from "@osteon/estimate";
import { reportDocx, reportHtml, studyPages } from "@osteon/publish";
import { readStudy, reportInput, runStudy } from "@osteon/run";
import { runInWorker } from "@osteon/server";
import { headlineText } from "../../apps/cli/src/headline-text.ts";
import { reportWords } from "./dresden-golden.ts";
import { isGerman } from "./german-page.ts";
import { chartFolder, ODD_COHORTS, type Tables } from "./odd-cohorts.ts";
import { osteon, place } from "./osteon.ts";

const study = await readStudy("schnabel-2017");
const all = new Map<string, Results>();
/** A picture of one white dot. */
const DOT = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** What a reader must not be told: codes, what is no sentence, a plural of one; NE outside a table that says what it means. */
const NEVER = [
  /p = NE/,
  /\bNE (%|months|years|to)/,
  /not estimable \[/,
  /\b1 (children|girls|boys|controls)\b/,
  /\b(undefined|null|NaN)\b/,
  /^(?!NE:)[^|]*\bNE\b[^|]*$/,
];

for (const [name, tables] of Object.entries(ODD_COHORTS)) {
  describe(`charts with ${name}`, () => {
    let results: ReadonlyMap<string, number | null>;
    let words: string;
    let screen: string;

    before(async () => {
      const { read, html } = await reported(name, tables);
      results = new Map(read.results.map(({ id, value }) => [id, value]));
      words = reportWords(html).join("\n");
      screen = headlineText(reportInput(study, read));
      all.set(name, read);
    });

    test("are counted right, by counts that share nothing with the product", () => {
      for (const [id, n] of Object.entries(countsOf(tables))) assert.equal(results.get(id), n, id);
    });

    test("are told in words that a reader understands", () => {
      if (/\bNE\b/.test(words)) assert.match(words, /NE: not estimable/);
      for (const pattern of NEVER) {
        const line = words.split("\n").find((one) => pattern.test(one));
        assert.equal(line, undefined, `${pattern} in the report`);
        const said = screen.split("\n").find((one) => pattern.test(one));
        assert.equal(said, undefined, `${pattern} on the screen`);
      }
    });

    test("are told in German as well, by the same numbers", () => {
      const read = all.get(name);
      assert.ok(read);
      isGerman(reportWords(reportHtml(reportInput(study, read, { language: "de" }))));
    });

    test("are not laid beside what the paper printed of other children", () => {
      assert.doesNotMatch(words, /Published beside recomputed/);
    });
  });
}

/** The results and the page of a study of these charts: all stages in the process, without the pictures. */
async function reported(name: string, tables: Tables): Promise<{ readonly read: Results; readonly html: string }> {
  const outcome = await runStudy(study, chartFolder(name, tables), { freeze: place(`odd-${name}`) });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { results } = outcome.run;
  const input = reportInput(study, results);
  assert.ok((await reportDocx(input, () => DOT)).length > 0);
  assert.ok(studyPages(input).headlines.length > 0);
  return { read: results, html: reportHtml(input) };
}

/** Ten results and more, counted from the CSV rows. */
function countsOf(tables: Tables): Readonly<Record<string, number>> {
  const children = (tables.patient ?? []).filter(({ cohort }) => cohort === "cno");
  const names = new Set(children.map(({ patient }) => patient));
  const withRow = (table: string, is: (row: Readonly<Record<string, string>>) => boolean): number =>
    new Set(
      (tables[table] ?? []).filter((row) => names.has(row.patient ?? "") && is(row)).map(({ patient }) => patient),
    ).size;
  const given = (drugClass: string) => withRow("treatment", (row) => row.drug_class === drugClass);
  return {
    "cno-patients.all.n": children.length,
    "control-patients.all.n": (tables.patient ?? []).length - children.length,
    "sex.all.N": children.length,
    "sex.all.female": children.filter(({ sex }) => sex === "female").length,
    "sex.all.male": children.filter(({ sex }) => sex === "male").length,
    "nsaid.all.n": given("nsaid"),
    "steroid.all.n": given("steroid"),
    "dmard.all.n": given("dmard"),
    "tnf-inhibitor.all.n": given("tnf_inhibitor"),
    "bisphosphonate.all.n": given("bisphosphonate"),
    "antibiotics.all.n": withRow("antibiotic", () => true),
    "lesions.all.n": (tables.lesion ?? []).filter(({ patient }) => names.has(patient ?? "")).length,
    "biopsied.all.n": withRow("biopsy", () => true),
    "follow-up.all.n": children.length,
  };
}

test("what nobody knows is no answer, and never counted as a no or as none", () => {
  const charts = ODD_COHORTS["no imaging, and no onset, finding or stop that is known"] ?? {};
  const read = all.get("no imaging, and no onset, finding or stop that is known");
  const of = (id: string) => read?.results.find((result) => result.id === id)?.value;
  const arthritic = new Set(
    (charts.manifestation ?? []).filter(({ kind }) => kind === "arthritis").map(({ patient }) => patient),
  );
  const cno = (charts.patient ?? []).filter(({ cohort }) => cohort === "cno");
  for (const asked of ["presentation", "chronic-inflammation", "vertebral-at-diagnosis"])
    assert.equal(of(`${asked}.all.N`), 0, asked);
  for (const asked of ["nsaid-exposure", "antibiotics-intravenous", "antibiotics-oral"])
    assert.equal(of(`${asked}.all.n`), 0, asked);
  assert.equal(of("arthritis-distant.all.N"), cno.filter(({ patient }) => !arthritic.has(patient)).length);
  assert.equal(of("crmo.all.n"), 0);
});

test("every group that the protocol declares has its rows on every cohort", () => {
  const declared = [...resultIds(study.protocol)].sort();
  for (const [name, { results }] of all) {
    const own = new Set(results.map(({ id }) => id));
    assert.deepEqual(
      declared.filter((id) => !own.has(id)),
      [],
      name,
    );
  }
});

test("what the paper printed is laid beside other children where that is asked for, and says what they cannot give", () => {
  const results = all.get("one child");
  assert.ok(results);
  const page = reportWords(reportHtml(reportInput(study, results, { besidePublished: true })));
  assert.ok(page.includes("Published beside recomputed"));
  const row = page.find((line) => line.includes("no such children here | not in these charts"));
  assert.ok(row, "a printed number of children whom these charts do not hold");
});

test("nobody: a whole run ends well, and says so in many words", async () => {
  const nobody = await osteon(
    "study",
    "run",
    study.protocol.id,
    "--data",
    place("charts-nobody"),
    "--out",
    place("nobody"),
  );
  assert.equal(nobody.code, 0, nobody.err);
  assert.match(
    readFileSync(join(place("nobody"), "report", "index.html"), "utf8"),
    /There are no children in these charts/,
  );
});

test("a registry with one child gets a report", async () => {
  const left = { withdrawn: 0, optedOut: 0, notGiven: 0, blank: 0 };
  const run = runInWorker(place("registry-runs"), { dotsPerInch: 36 });
  const outcome = await run(study, place("charts-one-child"), () => {}, left);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const words = reportWords(readFileSync(join(outcome.folder, "report", "index.html"), "utf8"));
  assert.ok(words.some((line) => line.startsWith("1 child was diagnosed with CNO")));
});
