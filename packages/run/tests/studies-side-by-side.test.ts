import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Result } from "@osteon/estimate";
import {
  compareLocks,
  lockText,
  movedBy,
  movedNumbers,
  numberWords,
  readStudy,
  STUDIES,
  type StudyLock,
  shelfOf,
} from "@osteon/run";

const { directory: _, cohort: __, ...lock } = await readStudy("registry-report");
const study: StudyLock = lock;
const folder = mkdtempSync(join(tmpdir(), "osteon-shelf-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("a shelf of studies", () => {
  const shelf = shelfOf(folder);
  const told = () => shelf.list().map(({ id, lock }) => [id, lock?.protocol.version]);
  const named = (id: string, version: string): StudyLock => ({
    ...study,
    protocol: { ...study.protocol, id, version },
  });

  test("holds folders with a lock and locks alone, and hides none for one that cannot be read", () => {
    mkdirSync(join(folder, "one"));
    cpSync(join(STUDIES, "registry-report", "study.lock.json"), join(folder, "one", "study.lock.json"));
    writeFileSync(join(folder, "two.lock.json"), lockText(named("two", "1")));
    writeFileSync(
      join(folder, "by-hand.lock.json"),
      lockText(named("by-hand", "1")).replace('"version": "1"', '"version": "2"'),
    );
    mkdirSync(join(folder, "no-study"));
    assert.deepEqual(told(), [
      ["by-hand", undefined],
      ["registry-report", study.protocol.version],
      ["two", "1"],
    ]);
    const [broken] = shelf.list();
    assert.match(broken?.lock === undefined ? (broken?.says ?? "") : "", /was changed after it was written/);
  });

  test("a lock that is written again is read again", () => {
    writeFileSync(join(folder, "two.lock.json"), lockText(named("two", "1.1")));
    assert.deepEqual(told().at(-1), ["two", "1.1"]);
  });

  test("two of one id are none, so that nobody runs the other", () => {
    writeFileSync(join(folder, "three.lock.json"), lockText(named("two", "3")));
    assert.deepEqual(
      told().filter(([id]) => id === "two"),
      [
        ["two", undefined],
        ["two", undefined],
      ],
    );
  });
});

test("two locks are compared value by value, model by model; equal ones have no change", () => {
  assert.deepEqual(compareLocks(study, study), { sameResults: true, protocol: [], models: [], others: [] });
  const [first, second, ...rest] = study.models;
  assert.ok(first && second);
  const later: StudyLock = {
    ...study,
    protocol: { ...study.protocol, version: "9", source: "elsewhere" },
    models: [{ ...first, sql: `${first.sql}\n` }, ...rest, { ...second, name: "a_new_one" }],
    report: undefined,
  };
  assert.deepEqual(compareLocks(study, later), {
    sameResults: false,
    protocol: [
      { path: "version", before: study.protocol.version, after: "9" },
      { path: "source", before: study.protocol.source, after: "elsewhere" },
    ],
    models: [
      { name: first.name, was: "changed" },
      { name: "a_new_one", was: "added" },
      { name: second.name, was: "removed" },
    ],
    others: ["report"],
  });
  assert.equal(compareLocks(study, { ...study, report: undefined }).sameResults, true);
});

describe("two runs", () => {
  const row = (id: string, value: number | null, because?: string): Result => {
    const [analysis = "", group = "", statistic = ""] = id.split(".");
    const named = { id, analysis, group, statistic, unit: "children", method: "count", tally: analysis };
    return { ...named, value, ...(because === undefined ? {} : { because }) } as Result;
  };

  test("only numbers that moved are told: other values, other reasons, new ones and those that are gone", () => {
    const before = [row("a.all.n", 3), row("a.all.N", 5), row("b.all.p", null, "nobody"), row("old.all.n", 1)];
    const after = [row("a.all.n", 4), row("a.all.N", 5), row("b.all.p", null, "no-events"), row("new.all.n", 0)];
    assert.deepEqual(
      movedNumbers(before, after).map(({ id, before, after, becauseBefore, becauseAfter }) => [
        ...[id, before, after],
        ...(becauseBefore === undefined ? [] : [becauseBefore, becauseAfter]),
      ]),
      [
        ["a.all.n", 3, 4],
        ["b.all.p", null, null, "nobody", "no-events"],
        ["new.all.n", undefined, 0],
        ["old.all.n", 1, undefined],
      ],
    );
  });

  test("a number moved by children who came, who went, and who stand in another cell; numbers hold within a centre alone", () => {
    const child = (centre: string, patient: string) => ({ centre, patient });
    const before = {
      children: [child("Ulm", "1"), child("Ulm", "2"), child("Jena", "1")],
      cells: [[["f", 10]], [["f", 20]], [["m", 5]]],
    };
    const after = {
      children: [child("Ulm", "1"), child("Ulm", "2"), child("Ulm", "3")],
      cells: [[["f", 10]], [["f", 21]], [["m", 5]]],
    };
    assert.deepEqual(movedBy(before, after), [
      { ...child("Ulm", "2"), was: "otherwise" },
      { ...child("Ulm", "3"), was: "added" },
      { ...child("Jena", "1"), was: "removed" },
    ]);
  });
});

test("a number is said in the words of its study and of the reader; limits and tests of normality are details", () => {
  const said = (analysis: string, statistic: string, group = "all", day?: number) => {
    const id = `${analysis}.${group}.${statistic}${day === undefined ? "" : `@${day}`}`;
    const {
      title,
      group: of,
      statistic: what,
      isDetail,
    } = numberWords(study, "de")({ id, analysis, group, statistic });
    return [title, of, what, isDetail];
  };
  const { title } = study.protocol.analyses["age-at-diagnosis"] ?? {};
  const german = study.german?.[title ?? ""] ?? title;
  assert.deepEqual(said("age-at-diagnosis", "median"), [german, undefined, "Median", false]);
  assert.deepEqual(said("age-at-diagnosis", "lower-quartile"), [german, undefined, "unteres Quartil", false]);
  assert.deepEqual(said("age-at-diagnosis", "upper-quartile", "Ulm/2014"), [
    german,
    "Ulm, 2014",
    "oberes Quartil",
    false,
  ]);
  const sex = study.protocol.analyses.sex?.title ?? "";
  assert.deepEqual(said("sex", "female-percent"), [study.german?.[sex] ?? sex, undefined, "female, Anteil", false]);
  for (const detail of [
    "wilson-lower",
    "female-clopper-pearson-upper",
    "median-lower-log",
    "ks-p",
    "normal",
    "log-rank-chi2",
  ])
    assert.equal(said("sex", detail)[3], true, detail);
  for (const asked of ["n", "N", "p", "log-rank-p", "fisher-p", "survival", "sd", "rho"])
    assert.equal(said("sex", asked)[3], false, asked);
  assert.deepEqual(said("sex", "survival", "all", 365).slice(2), ["ohne Ereignis, Tag 365", true]);
});
