import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { Results } from "@osteon/estimate";
import { type DrawnReport, drawnTables, drawReport, reportHtml } from "@osteon/publish";
import {
  LOCK_FILE,
  languagesOf,
  lockStudy,
  lockText,
  readStudy,
  reportInput,
  studyIds,
  withoutGerman,
} from "@osteon/run";
import { reportWords } from "./dresden-golden.ts";
import { englishLines, numbersIn } from "./german-page.ts";
import { COHORT, osteon, place } from "./osteon.ts";
import { studyRun } from "./study-run.ts";

const NEW = join(import.meta.dirname, "../../packages/run/study-template");

test("every study that comes with Osteon is offered in German; one that says nothing in German is not", async () => {
  for (const id of studyIds()) assert.deepEqual(languagesOf(await readStudy(id)), ["en", "de"], id);
  const { german: _, ...english } = await readStudy("registry-report");
  assert.deepEqual(languagesOf(english), ["en"]);
});

test("a study without a report of its own has one in German where it says its own texts in German", async () => {
  const folder = place("without-report");
  cpSync(NEW, folder, { recursive: true, filter: (path) => !path.endsWith("report.ts") });
  writeFileSync(join(folder, "german.ts"), "export default {};\n");
  const lacks = withoutGerman(await lockStudy(folder)).map(
    ({ says }) => /^no German for "(.*)"$/s.exec(says)?.[1] ?? "",
  );
  const { protocol } = await lockStudy(folder);
  const said = JSON.stringify(protocol);
  for (const text of lacks)
    assert.ok(said.includes(JSON.stringify(text).slice(1, -1)), `${text} is not the study's own`);
  const german = Object.fromEntries(lacks.map((text) => [text, `auf Deutsch: ${text}`]));
  writeFileSync(join(folder, "german.ts"), `export default ${JSON.stringify(german)};\n`);
  writeFileSync(join(folder, LOCK_FILE), lockText(await lockStudy(folder)));
  const run = place("without-report-run");
  const { code, out, err } = await osteon("study", "run", folder, "--data", COHORT, "--out", run, "--language", "de");
  assert.equal(code, 0, err);
  assert.ok(out.startsWith(`auf Deutsch: ${protocol.title}\n`), out);
  const page = readFileSync(join(run, "report/index.html"), "utf8");
  for (const text of ["Anzahlen nach Stufe", "n von N (%)", "auf Deutsch: Painless"])
    assert.ok(page.includes(text), text);
});

test("study run --language de says the study's title and what its charts say of themselves in German", async () => {
  const { code, out, err } = await osteon("study", "run", "schnabel-2017", "--out", place("de"), "--language", "de");
  assert.equal(code, 0, err);
  const { german = {}, protocol } = await readStudy("schnabel-2017");
  assert.ok(out.startsWith(`${german[protocol.title]}\n`), out);
  assert.match(out, /Synthetisch, aus veröffentlichten Zahlen rekonstruiert; keine echten Patienten\./);
});

describe("the report of the Dresden study in German", () => {
  let english: DrawnReport;
  let german: DrawnReport;
  let page: readonly string[];

  before(async () => {
    const run = await studyRun();
    const results: Results = JSON.parse(readFileSync(join(run, "results.json"), "utf8"));
    const study = await readStudy("schnabel-2017");
    const input = reportInput(study, results, { language: "de" });
    [english, german] = [drawReport(reportInput(study, results)), drawReport(input)];
    page = reportWords(reportHtml(input));
  });

  test("says nothing in English but what the paper printed and where", () => {
    const printed = page.findIndex((line) => line.startsWith("Zahl | Gedruckt"));
    const after = page.indexOf("Herkunft", printed);
    assert.ok(printed > 0 && after > printed);
    assert.deepEqual(englishLines([...page.slice(0, printed), ...page.slice(after)]), []);
  });

  test("shows in each cell of each table the numbers of the English one, and opens the same results", () => {
    const cells = (report: DrawnReport, sign: "." | ",") =>
      drawnTables(report).map(({ id, rows }) => [
        id,
        rows.map((row) => row.cells.map(({ text, result }) => [numbersIn(text, sign), result])),
      ]);
    assert.ok(drawnTables(german).length > 8);
    assert.deepEqual(cells(german, ","), cells(english, "."));
  });

  test("says in each sentence the numbers of the English one", () => {
    const numbers = (report: DrawnReport, sign: "." | ",") =>
      report.parts.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          "section" in block
            ? block.section.paragraphs.map((paragraph) =>
                paragraph
                  .flatMap((piece) =>
                    typeof piece === "string" ? [] : [`${piece.result} ${numbersIn(piece.text, sign)}`],
                  )
                  .sort(),
              )
            : [],
        ),
      );
    assert.ok(numbers(german, ",").flat().length > 100);
    assert.deepEqual(numbers(german, ","), numbers(english, "."));
  });

  test("says what a paediatric rheumatologist reads first", () => {
    assert.deepEqual(
      german.headlines.slice(0, 5).map(({ label, number, below }) => [label, number.text, below]),
      [
        ["Kinder mit CNO", "56", "und 56 Kontrollen mit bakterieller Osteomyelitis"],
        ["Mediane Nachbeobachtung", "2,4 Jahre", "0,3 bis 9,0 Jahre"],
        ["Mindestens ein Rückfall", "59 %", "33 von 56 Kindern"],
        ["Mediane Zeit bis zum Rückfall", "29 Monate", "95 %-KI 19 bis 62"],
        ["Nach 1 Jahr rückfallfrei", "85 %", "95 %-KI 72 bis 92 %"],
      ],
    );
  });

  test("is kept by every run as pages, whatever language its report was asked for in", async () => {
    const pages = JSON.parse(readFileSync(join(await studyRun(), "pages.de.json"), "utf8"));
    assert.deepEqual(pages.headlines, german.headlines);
  });
});

test("a report in German of a study that lacks some is refused before anything is written, and the check lists what lacks", async () => {
  const folder = place("half-german");
  cpSync(NEW, folder, { recursive: true });
  writeFileSync(join(folder, "german.ts"), 'export default { Children: "Kinder", Pain: "Schmerz" };\n');
  const locked = await osteon("study", "lock", folder);
  assert.equal(locked.code, 0, locked.err);
  const out = place("half-german-out");
  const run = await osteon(
    "study",
    "run",
    folder,
    "--data",
    "studies/schnabel-2017/cohort",
    "--language",
    "de",
    "--out",
    out,
  );
  assert.equal(run.code, 2);
  assert.match(run.err, /The report of \S+ is not offered in German: \d+ of its texts have none\./);
  assert.throws(() => readFileSync(join(out, "results.json")), /ENOENT/);
  const checked = JSON.parse((await osteon("study", "check", folder, "--language", "de", "--json")).out);
  const lacks = checked.problems.map(({ code, where }: { code: string; where: { file: string; column: string } }) => [
    ...[code, where.file, where.column],
  ]);
  assert.ok(
    lacks.some(
      ([code, file, at]: string[]) => code === "no-german" && file === "report.ts" && at === "headlines.2.label",
    ),
  );
  assert.ok(
    lacks.some(([code, file, at]: string[]) => code === "no-german" && file === "protocol.ts" && at === "title"),
  );
  assert.ok(!JSON.stringify(checked).includes('no German for \\"Children\\"'));
  assert.equal((await osteon("study", "check", folder)).code, 0, "without the option nothing is wrong");
});

test("German that names another result than its English text is a problem of the study", async () => {
  const folder = place("other-german");
  cpSync(NEW, folder, { recursive: true });
  const english = "{painless.everyone/month12.painless|number} of {painless.everyone/month12.N|plural:child:children}";
  const german = english.replace("{painless.everyone/month12.painless|", "{painless.everyone/month6.painless|");
  writeFileSync(join(folder, "german.ts"), `export default ${JSON.stringify({ [english]: german })};\n`);
  const { code, out, err } = await osteon("study", "lock", folder, "--json");
  assert.equal(code, 3, err);
  assert.match(out, /german-names-others/);
});
