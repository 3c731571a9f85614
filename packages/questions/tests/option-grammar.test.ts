import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { answered, csv, type Names, near, quoted, refused, TE } from "./edge-files.ts";

const ROWS = [
  ["3", "1", "a", "12", "2020-01-05", "x"],
  ["5", "0", "b", "30", "2020-02-10", ""],
  ["6", "1", "a", "NA", "2021-03-15", "y"],
  ["8", "1", "b", "45", "2021-12-24", "x"],
  ["9", "0", "c", "60", "", "z, w"],
] as const;
const people = () =>
  csv(
    'time,event,arm,"Age, years",seen,note',
    ROWS.map((row) => row.map((cell) => quoted(cell)).join()),
  );

const SELECTIONS: readonly (readonly [conditions: Names, n: number])[] = [
  [["Age, years >= 30"], 3],
  [['"Age, years" < 30'], 1],
  [["Age, years != 30"], 3],
  [["Age, years missing"], 1],
  [["Age, years not missing", "arm != b"], 2],
  [["arm in (a; c)"], 3],
  [["arm not in (a; c)"], 2],
  [['note in (y; "z, w")'], 2],
  [["note="], 1],
  [["note!="], 4],
  [["seen > 2020-12-31"], 2],
  [["seen<=10.02.2020"], 2],
  [["time≥6", "time<9"], 2],
  [["event=1"], 3],
  [["arm = a", "arm = a"], 2],
];

for (const [conditions, n] of SELECTIONS)
  test(`--where ${conditions.join(" and ")} keeps ${n} of five rows`, async () => {
    const words = conditions.flatMap((condition) => ["--where", condition]);
    const { km } = await answered("survival", people(), ...TE, ...words);
    assert.equal(km[0].n, n);
  });

test("conditions that cannot be are refused with what can be written; rows without the value are counted", async () => {
  const ask = (condition: string) => refused(2, "survival", people(), ...TE, "--where", condition);
  assert.match(await ask("arm < b"), /arm holds texts, and only numbers and dates are more or less/);
  assert.match(await ask("seen > soon"), /write a day such as/);
  assert.match(await ask("Age, years > old"), /write a number/);
  assert.match(await ask("weight=3"), /has no column weight/);
  assert.match(await ask("arm"), /write COLUMN=VALUE/);
  assert.match(await ask("time > 99"), /No row of .* has time > 99/);
  const { notes } = await answered("survival", people(), ...TE, "--where", "Age, years != 30");
  assert.ok(notes.some((note: string) => note.startsWith("1 row left out by --where")));
});

test("numbers with a few texts are refused by name with the choice, and read as chosen", async () => {
  const file = (cells: Names, ending = "csv", separator = ",") =>
    csv(
      ["g", "v"].join(separator),
      cells.map((cell, i) => `${i < 3 ? "a" : "b"}${separator}${cell}`),
      ending,
    );
  const words = ["--value", "v", "--group", "g"];
  const limits = file(["<0.5", "1.5", "3", "2", "<1", "7"]);
  assert.match(
    await refused(3, "test", limits, ...words),
    /row 2, v, "<0\.5".*This is a limit.*--below-limit half, limit or drop/s,
  );
  const means = async (path: string, ...more: Names) =>
    (await answered("test", path, ...words, ...more)).groups.map(({ mean }: { mean: number }) => mean);
  assert.deepEqual(await means(limits, "--below-limit", "half"), [4.75 / 3, 9.5 / 3]);
  assert.deepEqual(await means(limits, "--below-limit", "limit"), [5 / 3, 10 / 3]);
  assert.deepEqual(await means(limits, "--below-limit", "drop"), [4.5 / 2, 9 / 2]);
  const { notes } = await answered("test", limits, ...words, "--below-limit", "half");
  assert.deepEqual(notes, ["v: 2 cells below a limit, counted as half of it."]);
  const above = file([">9", "1", "2", "3", "≥4", "5"]);
  assert.deepEqual(await means(above, "--above-limit", "limit"), [4, 4]);
  assert.match(
    await refused(2, "test", limits, ...words, "--below-limit", "half", "--above-limit", "drop"),
    /no cell .* above a limit/,
  );
  const commas = file(["<0,5", "1,5", "3", "2", "<1", "7"], "csv", ";");
  assert.deepEqual(await means(commas, "--below-limit", "half"), [4.75 / 3, 9.5 / 3]);
  const words9 = file(["-9", "1", "3", "not done", "5", "lost"]);
  assert.match(await refused(3, "test", words9, ...words), /row 7, v, "lost".*--missing lost/s);
  assert.deepEqual(await means(words9, "--missing", "-9,lost"), [2, 5]);
  assert.match(await refused(2, "test", words9, ...words, "--missing", "-8"), /no cell .* holds it/);
});

test("what people write is one number where it can be read in one way, as in charts", async () => {
  const file = csv("g;v", ["a;1 234,5", "a;−0,5", "b;1.234.567,25", "b;2,5"]);
  const { groups } = await answered("test", file, "--value", "v", "--group", "g", "--numeric", "v");
  near(groups[0].mean, 617, "thousands by a space, a minus sign of its own", 1e-12);
  near(groups[1].mean, (1234567.25 + 2.5) / 2, "thousands by points", 1e-12);
});

test("dates are dates: time between two of them, by unit, whatever way they are written; others are refused", async () => {
  const median = async (cells: readonly (readonly [string, string])[], ...more: Names) => {
    const file = csv(
      "begun,seen,event",
      cells.map(([begun, seen]) => `${begun},${seen},1`),
    );
    return (await answered("survival", file, "--from", "begun", "--to", "seen", "--event", "event", ...more)).km[0]
      .median.value;
  };
  assert.equal(await median([["2020-01-01", "2020-01-31"]]), 30);
  assert.equal(await median([["31.12.2019", "28.01.2020"]], "--unit", "weeks"), 4);
  // 5/6 is the fifth of June, since 25/6 can be nothing else.
  assert.equal(
    await median([
      ["5/6/2020", "25/6/2020"],
      ["25/6/2020", "15/7/2020"],
    ]),
    20,
  );
  near(await median([["2020-01-01", "2021-01-01"]], "--unit", "years"), 366 / 365.25, "a year", 1e-12);
  const asked = (begun: string, seen: string) =>
    refused(
      3,
      "survival",
      csv("begun,seen,event", [`${begun},${seen},1`]),
      "--from",
      "begun",
      "--to",
      "seen",
      "--event",
      "event",
    );
  assert.match(await asked("05/06/2020", "06/07/2020"), /can be read in one way/);
  assert.match(await asked("2020-02-01", "2020-01-01"), /row 2, seen, "2020-01-01".*ends before it starts/s);
  assert.match(await asked("2020-02", "2020-03-01"), /whole date/);
});

test("an encoding that is not UTF-8 is guessed, and said", async () => {
  const path = csv("time,event,Geschlecht", []);
  writeFileSync(path, Buffer.from("time,event,g\n3,1,männlich\n5,0,weiblich\n", "latin1"));
  const { km, notes } = await answered("survival", path, ...TE, "--group", "g");
  assert.deepEqual(
    km.map(({ group }: { group: string }) => group),
    ["männlich", "weiblich"],
  );
  assert.ok(notes.some((note: string) => note.includes("read as Windows-1252")));
});

test("levels, references, products and sizes are refused where they fit nothing", async () => {
  const rows = Array.from(
    { length: 24 },
    (_, i) => `${i + 1},${i % 3 === 0 ? 0 : 1},${"abc"[(i * 7) % 3]},${(i * 5) % 11},${i % 4}`,
  );
  const file = csv("time,event,drug,age,stage", rows);
  const says = (...words: Names) => refused(2, "survival", file, ...TE, ...words);
  assert.match(await says("--covariates", "drug", "--levels", "drug=b,a"), /drug also has c/);
  assert.match(await says("--covariates", "drug", "--levels", "drug=a,b,c,d"), /drug has no d; it has a, b, c/);
  assert.match(await says("--covariates", "age", "--levels", "drug=a,b,c"), /drug: it is not among the --covariates/);
  assert.match(await says("--covariates", "age:stage"), /no model without its parts/);
  assert.match(await says("--covariates", "age", "--reference", "stage=1"), /not among the --covariates/);
  assert.match(await says("--group", "drug", "--weights", "age", "--count", "stage"), /take one of them/);
  assert.match(
    await refused(3, "survival", csv("time,event,w", ["3,1,-1", "4,0,NA"]), ...TE, "--weights", "w"),
    /A weight is a number from 0/,
  );
  const { cox, km } = await answered(
    "survival",
    file,
    ...TE,
    "--group",
    "drug",
    "--covariates",
    "stage*age",
    "--factor",
    "stage",
    "--levels",
    "drug=c,a,b",
    "--levels",
    "stage=3,0,1,2",
  );
  assert.deepEqual(
    km.map(({ group }: { group: string }) => group),
    ["c", "a", "b"],
  );
  assert.deepEqual(
    cox.coefficients.map(({ name, level }: { name: string; level: string | null }) => [name, level]),
    [
      ["stage", "0"],
      ["stage", "1"],
      ["stage", "2"],
      ["age", null],
      ["stage:age", "0"],
      ["stage:age", "1"],
      ["stage:age", "2"],
    ],
  );
});

test("codes that compete are listed beside the event; yes and no are an event", async () => {
  const rows = ["3,dead,a", "5,alive,b", "6,transplant,a", "8,dead,b", "9,alive,a", "2,lost,b"];
  const file = csv("time,outcome,g", rows);
  const { incidence, notes } = await answered(
    "survival",
    file,
    "--time",
    "time",
    "--event",
    "outcome=dead",
    "--competes",
    "transplant",
    "--times",
    "7",
  );
  assert.deepEqual(
    incidence.map(({ cause, events }: { cause: number; events: number }) => [cause, events]),
    [
      [1, 2],
      [2, 1],
    ],
  );
  assert.ok(notes.includes("Cause 1 is outcome = dead, Cause 2 is outcome = transplant; censored: alive, lost."));
  const yes = csv("time,ended", ["3,Yes", "5,no", "6,yes"]);
  assert.equal((await answered("survival", yes, "--time", "time", "--event", "ended")).km[0].events, 2);
  assert.match(
    await refused(2, "survival", file, "--time", "time", "--event", "outcome=dead", "--competes", "moved"),
    /no row has outcome=moved/,
  );
});
