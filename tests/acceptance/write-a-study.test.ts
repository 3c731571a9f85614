import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { COHORT, osteon, place } from "./osteon.ts";

const HOW_TO = readFileSync(new URL("../../docs/how-to/write-a-study.md", import.meta.url), "utf8");
const folder = place("written");

/** A command of the page, with its folders in a place of the test's own. */
const wordsOf = (line: string): readonly string[] =>
  line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map((word) => (word === "charts" ? COHORT : /^(my-study|[a-z]+-run)$/.test(word) ? join(folder, word) : word));

const edit = (file: string, written: string, instead: string): void => {
  const path = join(folder, "my-study", file);
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(written), `${file} does not hold ${written}`);
  writeFileSync(path, text.replace(written, instead));
};

describe("a study is written outside of the repository, as the page tells", () => {
  const blocks = HOW_TO.split(/^## /m).slice(1);
  const commandsOf = (text = "") => text.split("\n").filter((line) => /^ {4}osteon /.test(line));
  const [begin, own, lock, german] = blocks;

  test("begun with the small one, it is sound and gives a report at once", async () => {
    assert.equal(commandsOf(begin).length, 3);
    for (const line of commandsOf(begin)) {
      const { code, err } = await osteon(...wordsOf(line));
      assert.equal(code, 0, `${line}\n${err}`);
    }
    const results = JSON.parse(readFileSync(join(folder, "first-run/results.json"), "utf8"));
    assert.equal(resultOf(results, "children.all.n"), 56);
    assert.equal(resultOf(results, "painless.everyone/month12.painless"), painlessAtOneYear(1));
  });

  test("with another rule its lock is of yesterday; locked again, it counts otherwise, and members are those of the count", async () => {
    edit("protocol.ts", "atMost: 1", "atMost: 0");
    const [check = ""] = commandsOf(own);
    const stale = await osteon(...wordsOf(check), "--json");
    assert.equal(stale.code, 3);
    assert.match(stale.out, /lock-stale/);
    for (const line of commandsOf(lock)) {
      const { code, err } = await osteon(...wordsOf(line));
      assert.equal(code, 0, `${line}\n${err}`);
    }
    const results = JSON.parse(readFileSync(join(folder, "second-run/results.json"), "utf8"));
    assert.equal(resultOf(results, "painless.everyone/month12.painless"), painlessAtOneYear(0));
    const earlier = JSON.parse(readFileSync(join(folder, "earlier-run/results.json"), "utf8"));
    assert.equal(earlier.inputs.asOf, "2014-12-31");
    const diagnosed = rowsOf("patient").filter(
      ({ cohort, diagnosed_on: on = "" }) => cohort === "cno" && on <= "2014-12-31",
    );
    assert.equal(resultOf(earlier, "children.all.n"), diagnosed.length);
    assert.ok(diagnosed.length < 56);
    const [members = ""] = /osteon members my-study \S+ --run second-run/.exec(HOW_TO) ?? [];
    const told = await osteon(...wordsOf(members), "--json");
    assert.equal(told.code, 0, told.err);
    assert.equal(JSON.parse(told.out).children?.length ?? JSON.parse(told.out).patients.length, 56);
  });

  test("said in German text by text, its report is offered in German", async () => {
    const [check = "", run = ""] = commandsOf(german);
    const lacks = JSON.parse((await osteon(...wordsOf(check), "--json")).out).problems;
    assert.ok(lacks.length > 20 && lacks.every(({ code }: { code: string }) => code === "no-german"));
    const texts = lacks.map(({ says }: { says: string }) => /^no German for "(.*)"$/s.exec(says)?.[1] ?? "");
    const said = Object.fromEntries(texts.map((text: string) => [text, `${text} (deutsch)`]));
    writeFileSync(join(folder, "my-study/german.ts"), `export default ${JSON.stringify(said)};\n`);
    assert.equal((await osteon("study", "lock", join(folder, "my-study"))).code, 0);
    const { out } = await osteon(...wordsOf(check), "--json");
    assert.deepEqual(JSON.parse(out), { ok: true, problems: [] });
    const { code, err } = await osteon(...wordsOf(run));
    assert.equal(code, 0, err);
    const page = readFileSync(join(folder, "german-run/report/index.html"), "utf8");
    assert.match(page, /<html lang="de">/);
    assert.match(page, /Children \(deutsch\)/);
  });

  test("each mistake is told where it stands, with the nearest name", async () => {
    const mistakes = [
      ["models/analysis/painless.sql", "rule.painless_at_most", "rule.painles_at_most", "painless_at_most"],
      ["models/analysis/painless.sql", "visit.pain_nrs IS NULL", "visit.pain_nsr IS NULL", "there"],
      ["models/analysis/painless.sql", "One row per child, group and time point", "One row per child", "first line"],
      [
        "models/analysis/painless.sql",
        "One row per child, group and time point",
        "One row per answer",
        "(column, column)",
      ],
      [
        "german.ts",
        '":"{painless.everyone/month12.painless|',
        '":"{painless.everyone/month6.painless|',
        "same results",
      ],
      ["protocol.ts", 'column: "outcome_pain"', 'column: "outcome_pian"', "outcome_pain"],
      ["protocol.ts", 'from: "painless"', 'from: "painles"', "painless"],
      ["report.ts", "{children.all.n|number}", "{childrens.all.n|number}", "children.all.n"],
      ["report.ts", "{children.all.n|number}", "{children.all.n|nummber}", "number"],
      ["protocol.ts", '"methotrexate", "sulf', '"methotrexat", "sulf', "methotrexate"],
      ["report.ts", "      pain: {", "      ache: {", "there"],
      ["protocol.ts", 'levels: ["painless", "pain"]', 'level: ["painless", "pain"]', "Write it: a list."],
    ] as const;
    for (const [file, written, instead, meant] of mistakes) {
      edit(file, written, instead);
      const { code, out } = await osteon("study", "check", join(folder, "my-study"), "--json");
      edit(file, instead, written);
      assert.equal(code, 3, instead);
      const { problems } = JSON.parse(out);
      const [found] = problems.filter((one: { code: string }) => one.code !== "lock-stale");
      assert.ok(found !== undefined, `${instead} was not found`);
      const told = file === "german.ts" ? "report.ts" : file.replace("models/analysis/", "models/");
      assert.equal(found.where.file, told, instead);
      assert.ok(found.where.column !== undefined, instead);
      assert.ok(found.fix.includes(meant), `${instead}: ${found.fix}`);
    }
  });

  test("a folder that cannot be an id, or is there, is refused", async () => {
    const unfit = await osteon("study", "new", join(folder, "My Study"));
    assert.equal(unfit.code, 2);
    assert.match(unfit.err, /My Study cannot be the id of a study/);
    const again = await osteon("study", "new", join(folder, "my-study"));
    assert.notEqual(again.code, 0);
    assert.doesNotMatch(again.err, /bug/);
  });

  test("studies are listed, and one begun from another is sound", async () => {
    const { out } = await osteon("study", "list", "--json");
    assert.ok(JSON.parse(out).studies.some(({ id }: { id: string }) => id === "schnabel-2017"));
    const copy = join(folder, "own-report");
    assert.equal((await osteon("study", "new", copy, "--from", "registry-report")).code, 0);
    const checked = await osteon("study", "check", copy);
    assert.equal(checked.code, 0, checked.err);
    const run = await osteon("study", "run", copy, "--data", COHORT, "--out", join(folder, "own-report-run"));
    assert.equal(run.code, 0, run.err);
  });
});

const resultOf = (
  read: { readonly results: readonly { readonly id: string; readonly value: number | null }[] },
  id: string,
) => read.results.find((row) => row.id === id)?.value;

/** The rows of a table of the cohort, read from its file. */
function rowsOf(table: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(join(COHORT, `${table}.csv`), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => Object.fromEntries(head.split(",").map((name, at) => [name, line.split(",")[at] ?? ""])));
}

/** Children whose visit closest to day 365 after diagnosis, within days 274 to 547, tells a pain of so much at most: read from the files. */
function painlessAtOneYear(atMost: number): number {
  const dayOf = (date = "") => Date.parse(date) / 86_400_000;
  const visits = rowsOf("visit");
  return rowsOf("patient").filter(({ patient, cohort, diagnosed_on: diagnosed, consent }) => {
    if (cohort !== "cno" || consent === "withdrawn") return false;
    const near = visits
      .filter((visit) => visit.patient === patient)
      .map(({ visited_on: on, pain_nrs: pain }) => ({ day: dayOf(on) - dayOf(diagnosed), pain }))
      .filter(({ day }) => day >= 274 && day <= 547)
      .sort((one, other) => Math.abs(one.day - 365) - Math.abs(other.day - 365) || one.day - other.day);
    const pain = near[0]?.pain ?? "";
    return /^\d+$/.test(pain) && Number(pain) <= atMost;
  }).length;
}
