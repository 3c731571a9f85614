import assert from "node:assert/strict";
import { test } from "node:test";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered, csv, folder, type Names, near, quoted, R, refused, TE } from "./edge-files.ts";

for (const [i, { a, b, g, time, event, age, chi2, beta }] of R.labels.entries())
  test(`strata ${i}: two columns are one stratum for each pair of values, whatever stands in them`, async () => {
    const rows = a.map((one, row) =>
      [quoted(one), quoted(b[row] ?? ""), g[row], time[row], event[row], age[row]].join(","),
    );
    const file = csv("a,b,g,time,event,age", rows);
    const answer = await answered("survival", file, ...TE, "--group", "g", "--covariates", "age", "--strata", "a,b");
    near(answer.logRank.chi2, chi2, "log-rank");
    near(answer.cox.coefficients[0].beta, beta, "beta");
  });

test("words for missing among numbers are said; what is no number is refused with its cell", async () => {
  const column = (odd: string) => csv("arm,crp", [`A,${odd}`, "A,1.5", "A,3", "A,8", "B,2", "B,4.5", "B,7", "B,9"]);
  for (const word of ["nan", "NULL", "n/a", "#N/A"]) {
    const { kind, groups, notes } = await answered("test", column(word), "--value", "crp", "--group", "arm");
    assert.deepEqual([kind, groups[0].n, groups[0].missing], ["number", 3, 1]);
    assert.deepEqual(notes, [`crp: ${word} was taken for missing.`]);
  }
  for (const word of ["Inf", '"3,5"', "<0.5", "4.1*"])
    assert.match(await refused(3, "test", column(word), "--value", "crp", "--group", "arm"), /row 2, crp/);
  const shown = await answered("test", column("<0.5"), "--value", "crp", "--group", "arm", "--factor", "crp");
  assert.equal(shown.kind, "text");
  const words = await answered(
    "test",
    csv("arm,drug", ["A,None", "A,n/a", "B,mtx", "B,None"]),
    "--value",
    "drug",
    "--group",
    "arm",
  );
  assert.deepEqual(words.levels, ["None", "mtx", "n/a"]);
});

test("cells that cannot be read are told before the rows that they leave too few", async () => {
  const file = csv("y,band", ["yes,<5", "no,5-10", "yes,>10", "no,<5", "yes,>10", "no,5-10"]);
  const told = await refused(3, "logistic", file, "--outcome", "y", "--covariates", "band");
  assert.match(told, /row 2, band, "<5".*--factor/s);
  const shown = await answered("logistic", file, "--outcome", "y", "--covariates", "band", "--factor", "band");
  assert.equal(shown.n, 6);
});

test("columns that are called as what every object knows are columns", async () => {
  const rows = ["1,1,2.5,0", "2,0,1,1", "3,1,4,0", "4,1,0.5,1", "5,0,3,1", "6,1,2,0"];
  const asked = async (x: string, z: string) => {
    const words = ["--time", "time", "--event", "event", "--covariates", `${x},${z}`, "--baseline"];
    const { baseline, cox } = await answered("survival", csv(`time,event,${x},${z}`, rows), ...words);
    return [baseline, cox.zph.map(({ chi2 }: { chi2: number }) => chi2)];
  };
  assert.deepEqual(await asked("constructor", "toString"), await asked("x", "z"));
});

test("decimal commas: thousands where they are beyond doubt, refused where they are not", async () => {
  const mean = async (cells: Names, other = "2,5") => {
    const file = csv(
      "g;v;w",
      cells.map((cell, i) => `${i < 3 ? "a" : "b"};${cell};${other}`),
    );
    return (await answered("test", file, "--value", "v", "--group", "g")).groups[0].mean;
  };
  near(await mean(["1,5", "2,5", "5", "1", "2", "3"]), 3, "commas", 1e-12);
  near(await mean(["1.234,5", "1.000", "0,5", "1", "2", "3"]), 2235 / 3, "points between thousands", 1e-12);
  near(await mean(["1.5", "2.5", "5", "1", "2", "3"], "x"), 3, "points in a file without commas", 1e-12);
  const unclear = csv("g;v", ["a;1.234", "a;987", "b;1.500", "b;2.250"]);
  assert.match(await refused(3, "test", unclear, "--value", "v", "--group", "g"), /may be 1234 or 1\.234/);
  const tabs = csv("g\tv", ["a\t1,5", "a\t2", "a\t4", "b\t3,5", "b\t1", "b\t9"], "tsv");
  near(
    (await answered("test", tabs, "--value", "v", "--group", "g")).groups[0].mean,
    2.5,
    "commas between tabs",
    1e-12,
  );
});

test("commas that may stand between thousands are decimal where the file shows decimal commas, and refused where it shows points", async () => {
  const asked = (cells: Names, other: string, sign: string): Names => {
    const file = csv(
      ["g", "v", "w"].join(sign),
      cells.map((cell, i) => [i < 3 ? "a" : "b", cell, other].join(sign)),
      sign === "\t" ? "tsv" : "csv",
    );
    return ["test", file, "--value", "v", "--group", "g"];
  };
  const groups = ["1,250", "80", "95", "2,500", "60", "70"];
  const mean = async (words: Names) => (await answered(...words)).groups[0].mean;
  near(await mean(asked(groups, "2,5", ";")), 176.25 / 3, "decimal commas elsewhere", 1e-12);
  near(await mean(asked(groups, "x", ";")), 176.25 / 3, "semicolons and nothing else", 1e-12);
  for (const [other, sign] of [
    ["2.5", ";"],
    ["2.5", "\t"],
    ["x", "\t"],
  ] as const)
    assert.match(await refused(3, ...asked(groups, other, sign)), /row 2, v, "1,250": This may be 1250 or 1\.250/);
  const beyondDoubt = [...groups.slice(0, 5), "1,200,000"];
  near(await mean(asked(beyondDoubt, "2.5", "\t")), 1425 / 3, "thousands beyond doubt settle the others", 1e-12);
});

test("codes for missing that counted as numbers are said, with what leaves them out; values that may be values are not", async () => {
  const said = async (values: readonly (number | string)[]) => {
    const file = csv(
      "g,v",
      values.map((value, row) => `${row % 2 === 0 ? "a" : "b"},${value}`),
    );
    const { notes } = await answered("test", file, "--value", "v", "--group", "g", "--numeric", "v");
    return (notes as string[])
      .filter((note) => note.includes("codes for missing"))
      .map((note) => note.split(" lies ")[0]);
  };
  assert.deepEqual(await said([4, 0, 7, -9, 3, 10, -9, 99, 5, 6]), ["v: -9 in 2 rows", "v: 99 in 1 row"]);
  assert.deepEqual(await said([0, 1, 9, 1, 0, 1]), ["v: 9 in 1 row"]);
  assert.deepEqual(await said(["0.125", 1.5, -8, 2, -8, 3]), ["v: -8 in 2 rows"]);
  for (const values of [
    [4, 0, 7, 9, 3, 10],
    [240, 999, 310, 455, 280, 300],
    [-9, -4, -12, 3, 5, 1],
    [0, 9, 0, 9, 0, 9],
    [88, 97, 99, 77, 98, 78],
  ])
    assert.deepEqual(await said(values), [], values.join());
  const file = csv("g,v", ["a,4", "a,-9", "a,7", "b,3", "b,5", "b,99"]);
  const asked = ["test", file, "--value", "v", "--group", "g", "--test", "welch"];
  const { groups } = await answered(...asked, "--missing", "-9", "--where", "v!=99");
  assert.deepEqual(
    groups.map(({ mean }: { mean: number }) => mean),
    [5.5, 4],
  );
});

test("a row at the end that calls itself a sum or a mean counts, and is said to; a category of that name is not", async () => {
  const rows = ["1,20,a", "2,31,b", "3,45,a", "4,50,b"];
  const said = async (...more: Names) => {
    const { notes } = await answered("test", csv("nr,v,g", [...rows, ...more]), "--value", "v", "--group", "g");
    return (notes as string[]).filter((note) => note.includes("counts like every other"));
  };
  const [sum, mean, ...others] = await said("Summe,146,a", "Mittelwert:,36.5,b");
  assert.match(sum ?? "", /^Row 6 of .* says Summe in nr .* --where 'nr!=Summe' leaves it out\.$/);
  assert.match(mean ?? "", /^Row 7 of .* says Mittelwert: in nr /);
  assert.deepEqual(others, []);
  assert.deepEqual([await said(), await said("total hip,36,a"), await said("total,36,a", "total,40,b")], [[], [], []]);
});

test("names are not numbers: 01 is not 1, 1E5 not 100000, and long ids keep their ends", async () => {
  const groups = async (names: Names) => {
    const file = csv(
      "g,v",
      names.flatMap((name) => [`${name},1`, `${name},2`, `${name},4`]),
    );
    return (await answered("test", file, "--value", "v", "--group", "g")).groups.map(
      ({ group }: { group: string }) => group,
    );
  };
  assert.deepEqual(await groups(["01", "1"]), ["01", "1"]);
  assert.deepEqual(await groups(["1E5", "100000"]), ["100000", "1E5"]);
  assert.deepEqual(await groups(["10", "9"]), ["9", "10"]);
  const long = ["9007199254740993", "9007199254740992"];
  assert.deepEqual(await groups(long), [...long].sort());
  const rows = long.flatMap((id, i) => [`${id},0,4,1,${i}`, `${id},4,${7 + i},1,${1 - i}`, `${id}0,0,${5 + i},1,${i}`]);
  const file = csv("id,start,time,event,x", rows);
  const { cox } = await answered("survival", file, ...TE, "--start", "start", "--covariates", "x", "--id", "id");
  assert.equal(cox.subjects, 4);
  const one = await answered("survival", file, ...TE, "--start", "start", "--where", `id=${long[0]}`);
  assert.equal(one.km[0].n, 2);
});

test("counts are printed whole, and numbers with the digits they need", async () => {
  const print = async (...words: Names) => (await osteon(...words)).out;
  const seconds = csv("time,event", ["3992387,1", "3992387,1", "4992388,0", "2992388,1"]);
  const curve = await print("survival", seconds, ...TE, "--times", "2892354,3992387.25");
  for (const text of ["3992387 ", "2892354 ", "3992387.25 "]) assert.ok(curve.includes(text), `${text} in\n${curve}`);
  const small = csv(
    "time,event,pgr",
    [1, 2, 3, 4, 5, 6, 7, 8].map((t) => `${t},${t % 3 === 0 ? 0 : 1},${1000 * ((t * 5) % 9) + t}`),
  );
  const beta =
    /pgr +(\S+) +(\S+) +(\S+) +(\S+) to (\S+)/.exec(await print("survival", small, ...TE, "--covariates", "pgr")) ?? [];
  const { cox } = await answered("survival", small, ...TE, "--covariates", "pgr");
  const [own] = cox.coefficients;
  for (const [i, name] of (["beta", "se"] as const).entries()) near(Number(beta[i + 1]), own[name], name, 1e-3);
  assert.ok(beta[4] !== beta[5] && Number(beta[3]) !== 1, `${beta}`);
  const per = await answered("survival", small, ...TE, "--covariates", "pgr", "--per", "pgr=1000");
  near(per.cox.coefficients[0].beta, 1000 * own.beta, "per 1000", 1e-9);
  assert.equal(per.cox.coefficients[0].name, "pgr per 1000");
});

test("an option is honoured or refused, never dropped", async () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((t) => `${t},${t + 3},${t % 3},${t % 2},${t % 4},${t}`);
  const file = csv("start,time,cause,g,x,id", rows);
  const competing = ["survival", file, "--time", "time", "--event", "cause", "--competing"];
  const plain = ["survival", file, "--time", "time", "--event", "g"];
  for (const [words, says] of [
    [[...competing, "--covariates", "x", "--start", "start"], /--start/],
    [[...competing, "--covariates", "x", "--strata", "g", "--group", "g"], /--strata/],
    [[...competing, "--ties", "breslow"], /--ties/],
    [[...competing, "--group", "g", "--time-label", "days", "--out", folder], /--time-label/],
    [[...plain, "--ties", "efron"], /--ties/],
    [[...plain, "--strata", "x"], /--strata/],
    [[...plain, "--time-label", "days"], /--time-label/],
    [[...plain, "--per", "x=10"], /--per/],
    [[...plain, "--factor", "x"], /--factor/],
    [[...plain, "--covariates", "x", "--factor", "id"], /--factor id/],
  ] as const)
    assert.match(await refused(2, ...words), says);
  const limits = async (...words: Names) =>
    (await answered(...competing, "--times", "8", ...words)).incidence[0].times[0];
  assert.notDeepEqual(await limits("--conf-type", "plain"), await limits("--conf-type", "log"));
  assert.notDeepEqual(await limits("--conf-type", "logit"), await limits("--conf-type", "arcsin"));
  assert.notDeepEqual(await limits("--id", "g"), await limits());
  assert.notDeepEqual(await limits("--start", "start"), await limits());
  const lost = await answered(...competing, "--rmst", "9");
  assert.ok(lost.incidence[0].timeLost.value > 0);
});

test("a cause that nobody in the file has is not invented; one that only other rows have is counted 0", async () => {
  const file = csv("time,cause,g", ["1,1,a", "2,0,a", "3,4,b", "5,1,b", "6,0,a"]);
  const words = ["survival", file, "--time", "time", "--event", "cause", "--competing"];
  const all = await answered(...words);
  assert.deepEqual(
    all.incidence.map(({ cause }: { cause: number }) => cause),
    [1, 4],
  );
  const some = await answered(...words, "--where", "g=a");
  assert.deepEqual(
    some.incidence.map(({ cause, events }: Record<string, number>) => [cause, events]),
    [
      [1, 1],
      [4, 0],
    ],
  );
});

test("thousands of groups by mistake are refused before anything is computed", async () => {
  const file = csv(
    "id,time,event,x",
    Array.from({ length: 4000 }, (_, i) => `p${i},${i + 1},${i % 2},${i % 7}`),
  );
  for (const words of [
    ["survival", file, ...TE, "--group", "id"],
    ["survival", file, "--time", "time", "--event", "event", "--competing", "--group", "id"],
    ["survival", file, ...TE, "--covariates", "id"],
    ["survival", file, ...TE, "--covariates", "x*id"],
    ["survival", file, ...TE, "--group", "id", "--pairwise", "holm", "--trend", "--hazard"],
    ["survival", file, "--interval", "x,time", "--group", "id"],
    ["logistic", file, "--outcome", "event", "--covariates", "id"],
    ["test", file, "--value", "x", "--group", "id"],
    ["table1", file, "--by", "id"],
    ["test", file, "--value", "id", "--group", "event"],
    ["logistic", file, "--outcome", "event", "--covariates", "id"],
    ["agreement", file, "--value", "x", "--subject", "time", "--rater", "id"],
  ])
    assert.match(await refused(2, ...words), /id has 4000 different values/);
});

test("a list of columns: names with a comma, in quotation marks or not; two readings are refused", async () => {
  const file = csv(
    '"a, b",c,"d,e",time,event',
    Array.from({ length: 12 }, (_, i) => `${i % 5},${i % 3},${(i * 7) % 11},${i + 1},${i % 2}`),
  );
  const names = async (list: string) =>
    (await answered("survival", file, ...TE, "--covariates", list)).cox.coefficients.map(
      ({ name }: { name: string }) => name,
    );
  assert.deepEqual(await names("a, b,c"), ["a, b", "c"]);
  assert.deepEqual(await names('c,"d,e"'), ["c", "d,e"]);
  assert.deepEqual(await names("d,e , a, b"), ["d,e", "a, b"]);
  const twice = csv('a,b,"a,b",time,event', ["1,2,3,4,1", "2,1,5,6,0", "3,3,1,7,1"]);
  assert.match(await refused(2, "survival", twice, ...TE, "--covariates", "a,b"), /quotation marks/);
});

test("table 1 leaves out row names and ids, shows codes as categories, and never has an empty p without a reason", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `${i + 1},P${i},${i % 2 ? "x" : "y"},${1 + (i % 3)},${i % 11 === 0 ? "NA" : 20 + ((i * 13) % 37) / 2},7,NA`,
  );
  const file = csv(",patient_id,arm,stage,age,same,none", rows);
  const labels = async (...words: Names) => {
    const { table } = await answered("table1", file, "--by", "arm", ...words);
    return {
      table,
      names: table.rows.filter(({ level = 0 }) => level === 0).map(({ label }: { label: string }) => label),
    };
  };
  const { table, names } = await labels();
  assert.deepEqual(names, ["stage", "age", "same", "none"]);
  const notes = table.notes.join("\n");
  for (const says of [
    /row names: the column without a name/,
    /name the rows or subjects: patient_id/,
    /categories .*: stage/,
    /p of same: it never varies/,
    /p of none: there is no value/,
  ])
    assert.match(notes, says);
  const median = await labels("--numeric", "stage");
  assert.match(median.table.rows[0].cells[0].text, /^2 \(1 to 3\)$/);
  assert.deepEqual((await labels("--columns", "age,patient_id")).names, ["age", "patient_id"]);
});

test("a table too large for Fisher's exact test is simulated, which is said, and the same twice", async () => {
  const rows = Array.from({ length: 600 }, (_, i) => `g${(i * i) % 7},v${(i * 11 + ((i * i * 3) % 17)) % 8}`);
  const file = csv("g,v", rows);
  const first = await answered("test", file, "--value", "v", "--group", "g");
  const last = first.tests.at(-1);
  assert.match(last.method, /by simulation \(50000 tables, seed 1\)/);
  assert.ok(last.p > 0 && last.p <= 1);
  assert.deepEqual((await answered("test", file, "--value", "v", "--group", "g")).tests.at(-1), last);
});

test("rows that end where they start, but for rounding, are refused by name", async () => {
  for (const [start, time] of [
    ["0.1", "0.10000000000000001"],
    ["0.7", "0.7000000001"],
    ["1.1", "1.1000000000000003"],
  ] as const) {
    const file = csv("start,time,event,x", ["0,2,1,1", `${start},${time},1,0`, "0,1.5,0,2", "0,0.25,1,1"]);
    const words = ["survival", file, ...TE, "--start", "start", "--covariates", "x"];
    assert.match(await refused(3, ...words), /row 3, start/);
  }
});
