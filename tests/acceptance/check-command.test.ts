import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { Results } from "@osteon/estimate";
import { type Binding, type BindingSources, bindNumbers, checkPaper, readPaper } from "@osteon/paper";
import { reportWordings, studyOf } from "@osteon/run";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { osteon, place } from "./osteon.ts";
import { studyRun } from "./study-run.ts";

const run = await studyRun();
const report = join(run, "report", "report.docx");
const results = join(run, "results.json");

/** The report with its document part changed. */
function changed(change: (xml: string) => string): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(report))).filter(([name]) => !name.startsWith("word/media/")),
  );
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return zipSync({ ...parts, "word/document.xml": strToU8(change(xml)) }, { level: 0 });
}

/** Where in the XML the digits of the text stand. */
const digitsOf = (xml: string): readonly number[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].flatMap((found) => {
    const start = found.index + found[0].indexOf(">") + 1;
    return [...(found[1] ?? "").matchAll(/\d/g)].map((digit) => start + digit.index);
  });

async function bound(file: Uint8Array | string, sources: BindingSources): Promise<Binding> {
  const read = await readPaper(
    typeof file === "string" ? strToU8(file) : file,
    typeof file === "string" ? "paper.md" : "report.docx",
  );
  assert.ok(read.ok);
  return bindNumbers(read.text, sources);
}

/** Numbers of a reproducible sequence, each below 1. Park and Miller 1988. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 16_807) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

describe("osteon check", () => {
  let sources: BindingSources;

  before(async () => {
    const file: Results = JSON.parse(readFileSync(results, "utf8"));
    const study = await studyOf(file);
    const titles = Object.fromEntries(
      Object.entries(study?.protocol.analyses ?? {}).map(([id, { title }]) => [id, title]),
    );
    sources = { results: file, wordings: await reportWordings(study, file), titles, older: [] };
  });

  test("the study's own report passes against its own results, every number bound", async () => {
    const { code, out } = await osteon("check", report, "--results", results, "--json");
    assert.equal(code, 0);
    const { findings, bound: found, roundingRule } = JSON.parse(out);
    assert.equal(roundingRule, "half-up");
    assert.deepEqual(findings, []);
    assert.deepEqual(found.unmatched, []);
    assert.ok(found.numbers.length > 2_000);
    assert.ok(found.numbers.every(({ status }: { status: string }) => status === "equal"));
    assert.ok(found.numbers.filter(({ result }: { result?: string }) => result !== undefined).length > 1_000);
    // No digit of the text is left out: they are counted in the Word file itself.
    const digits = digitsOf(strFromU8(unzipSync(readFileSync(report))["word/document.xml"] ?? new Uint8Array())).length;
    const printed = found.numbers.reduce(
      (sum: number, one: { printed: string }) => sum + one.printed.replaceAll(/\D/g, "").length,
      0,
    );
    assert.equal(printed, digits);
  });

  test("any one digit of the report changed is found, at its line", async () => {
    const random = seeded(20_170_501);
    const next = () => random.next().value;
    for (let time = 0; time < (process.env.OSTEON_SOAK === undefined ? 1 : 30); time += 1) {
      let changes = "";
      const file = changed((xml) => {
        const all = digitsOf(xml);
        const at = all[Math.floor(next() * all.length)] ?? 0;
        const digit = String((Number(xml[at]) + 1 + Math.floor(next() * 9)) % 10);
        changes = `${xml.slice(at - 20, at)}[${xml[at]} to ${digit}]${xml.slice(at + 1, at + 20)}`;
        return xml.slice(0, at) + digit + xml.slice(at + 1);
      });
      const { numbers, unmatched } = await bound(file, sources);
      const wrong = [...numbers, ...unmatched].filter(({ status }) => status !== "equal");
      assert.equal(wrong.length, 1, changes);
    }
  });

  test("a number of an older freeze is stale, a wrong rounding is named, anything else is not what the results say", async () => {
    const older: Results = JSON.parse(readFileSync(results, "utf8"));
    const was = (id: string, value: number) => older.results.map((row) => (row.id === id ? { ...row, value } : row));
    const then = { ...older, results: was("arthritis.all.n", 19) };
    const withOlder = { ...sources, older: [{ results: then, wordings: [] }] };
    const text = (n: number, percent: string) => `Results\n\nArthritis was present in ${n}/56 (${percent} %) children.`;
    const status = async (n: number, percent: string) =>
      (await bound(text(n, percent), withOlder)).numbers.map((number) => [
        number.printed,
        number.status,
        number.result ?? "",
      ]);
    assert.deepEqual(await status(20, "36"), [
      ["20", "equal", "arthritis.all.n"],
      ["56", "equal", "arthritis.all.N"],
      ["36", "equal", "arthritis.all.percent"],
    ]);
    assert.deepEqual((await status(19, "36"))[0], ["19", "stale", "arthritis.all.n"]);
    assert.deepEqual((await status(23, "36"))[0], ["23", "not-found", "arthritis.all.n"]);
    // 20/56 is 35.714 %.
    assert.deepEqual((await status(20, "35"))[2], ["35", "rounded-wrongly", "arthritis.all.percent"]);
    assert.deepEqual((await status(20, "35.7"))[2], ["35.7", "equal", "arthritis.all.percent"]);
  });

  test("numbers that nothing names are listed", async () => {
    const { unmatched } = await bound("Results\n\nThe scanner has 3 tesla.", sources);
    assert.deepEqual(
      unmatched.map(({ printed, line }) => [printed, line]),
      [["3", 3]],
    );
  });

  test("contradictions end with exit code 4, in words, as JSON and as a page", async () => {
    const file = place("manuscript.md");
    writeFileSync(file, "# Results\n\nMost were boys (6/8, 71 %).\n");
    const page = place("checked.html");
    const said = await osteon("check", file, "--html", page);
    assert.equal(said.code, 4);
    assert.match(said.out, /Impossible.*\n.*6\/8 is printed as 71 %, but is 75 %/);
    assert.match(said.out, /line 3, Results: «Most were boys \(6\/8, 71 %\)/);
    assert.match(readFileSync(page, "utf8"), /<mark class="impossible">/);
    const json = await osteon("check", file, "--json");
    assert.deepEqual(
      JSON.parse(json.out),
      JSON.parse(JSON.stringify(checkPaper({ lines: readFileSync(file, "utf8").split("\n") }))),
    );
  });

  test("what cannot be read ends with exit code 3 and says what to do, what is not there with 5", async () => {
    const scan = place("paper.doc");
    writeFileSync(scan, Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    const { code, out } = await osteon("check", scan, "--json");
    assert.equal(code, 3);
    assert.equal(JSON.parse(out).problems[0].code, "unknown-paper-format");
    assert.equal((await osteon("check", place("absent.pdf"))).code, 5);
    assert.equal((await osteon("check", scan.replace(".doc", ".md"), "--results", scan)).code, 5);
  });
});
