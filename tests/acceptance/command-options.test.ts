import assert from "node:assert/strict";
import { test } from "node:test";
import { WITHOUT_EFFECT } from "../../apps/cli/src/data-options/without-effect.ts";
import {
  type Call,
  COMMANDS,
  CONDITIONS,
  drawing,
  type Row,
  type Words,
} from "../../packages/questions/tests/drawn-calls.ts";
import { osteon } from "./osteon.ts";

/** Whole runs draw five hundred calls of each command. */
const CALLS = process.env.OSTEON_SOAK === undefined ? 40 : 500;

for (const [name, call] of Object.entries(COMMANDS))
  test(`${name}: whatever is asked is answered or refused, no NaN, no NA without its reason, and no option in vain that the help does not own to`, async () => {
    for (let seed = 1; seed <= CALLS; seed++) {
      const draw = drawing(seed);
      let drawn = call(draw, `${name.replace(" ", "")}-${seed}.csv`);
      // A call that is refused is asked again with less, so that most are answered in the end.
      while (!(await tried(drawn)) && drawn.options.length > 0) {
        const left = Math.floor(draw.random() * drawn.options.length);
        drawn = { ...drawn, options: drawn.options.filter((_, place) => place !== left) };
      }
    }
  });

/** Whether a call is answered; one that is refused says why, and one that is answered holds what the title says. */
async function tried(drawn: Call): Promise<boolean> {
  const words = [...drawn.base, ...drawn.options.flat()];
  const { code, out, err } = await osteon(...words);
  const what = `${words.join(" ")}\n${out}${err}`;
  assert.ok(code === 0 || code === 2 || code === 3, what);
  assert.doesNotMatch(
    out.replaceAll(/"?NaN"?( was taken for missing|: |(?=, ))|--missing NaN/g, ""),
    /\bNaN\b|Infinity|undefined|\[object/,
    what,
  );
  if (code !== 0) {
    assert.ok(out.length + err.length > 20, what);
    return false;
  }
  const [tables = "", ...notes] = out.split(/^(?:Notes|NA:)/m);
  if (/\bNA\b/.test(tables))
    assert.match(notes.join("") + tables, /not estimable|cannot be compared|: [a-z].*\.$/m, what);
  await eachCounts(drawn, what);
  return true;
}

/** Each option, left out, changes the answer, or is missed; or the list says when not, and so it is with these rows. */
async function eachCounts(drawn: Call, what: string): Promise<void> {
  const { base, options } = drawn;
  const whole = await osteon(...base, ...options.flat(), "--json");
  assert.equal(whole.code, 0, what);
  const answer = JSON.parse(whole.out);
  for (const own of options) {
    const without = await osteon(...base, ...options.filter((option) => option !== own).flat(), "--json");
    if (without.code !== 0 || without.out !== whole.out) continue;
    const name = (own[0] ?? "").replace(/^--/, "").replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    assert.ok(name in WITHOUT_EFFECT, `${own.join(" ")} changes nothing\n${what}`);
    const holds = IN_VAIN[name]?.({ ...drawn, own, answer, rows: taking(drawn), all: drawn.rows }) ?? false;
    assert.ok(holds, `${own.join(" ")} changes nothing, though not since ${WITHOUT_EFFECT[name]}\n${what}`);
  }
}

interface Tried extends Call {
  readonly own: Words;
  /** Rows before any were chosen. */
  readonly all: readonly Row[];
  /** What the command answered in JSON. */
  readonly answer: { readonly cox?: unknown };
}

/** The rows that --where keeps. */
const taking = ({ rows, options }: Call): readonly Row[] =>
  options
    .filter(([name]) => name === "--where")
    .reduce((kept, [, text = ""]) => kept.filter((row) => CONDITIONS[text]?.(row)), rows);

const values = (rows: readonly Row[], column = ""): readonly string[] => [
  ...new Set(rows.map((row) => row[column] ?? "")),
];

/** Every number that stands under one of some names, however deep. */
function numbersUnder(answer: unknown, names: readonly string[], under = false): readonly number[] {
  if (typeof answer === "number") return under ? [answer] : [];
  if (answer === null || typeof answer !== "object") return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    numbersUnder(value, names, names.includes(name) || (under && Array.isArray(answer))),
  );
}

/** Whether a column is named, or shown since every column is but those left out. */
function asksOf({ base, options }: Call, column: string): boolean {
  const named = (words: Words) => words.some((word) => word.split(/[,:*=]/).includes(column));
  const every = base[0] === "table1" && !options.some(([name]) => name === "--columns");
  if (every) return !options.some((option) => option[0] === "--leave-out" && named(option));
  return named([...base.slice(2), ...options.filter(([name]) => name !== "--where").flat()]);
}

/** That what the list says is so, with the rows and the answer at hand. */
const IN_VAIN: Readonly<Record<string, (tried: Tried) => boolean>> = {
  where: ({ own, all, ...tried }) =>
    all.every((row) => CONDITIONS[own[1] ?? ""]?.(row) || Number(row[countOf(tried)] ?? 1) === 0),
  missing: (tried) => !asksOf(tried, tried.own[1] === "-9" ? "away" : "odd"),
  belowLimit: (tried) => !asksOf(tried, "odd"),
  aboveLimit: (tried) => !asksOf(tried, "odd"),
  // Whoever says its levels says that it has some.
  factor: ({ own, rows, options }) =>
    options.some(([name, said]) => /^--(reference|levels)$/.test(name ?? "") && said?.startsWith(`${own[1]}=`)) ||
    ["arm", "site", "id"].includes(own[1] ?? "") ||
    values(rows, own[1]).filter((cell) => cell !== "NA").length < 3,
  numeric: ({ base, rows, options }) =>
    base[0] === "agreement" ||
    values(rows, "stage").length < 3 ||
    rows.length < 9 ||
    options.some(([name]) => name === "--pair"),
  levels: ({ own, rows }) =>
    isSorted(
      own[1]
        ?.split("=")[1]
        ?.split(",")
        .filter((level) => values(rows, own[1]?.split("=")[0]).includes(level)) ?? [],
    ),
  reference: ({ own, rows }) => values(rows, own[1]?.split("=")[0]).toSorted()[0] === own[1]?.split("=")[1],
  // As many in all, however they are spread: small files come to that by chance.
  count: ({ base, own, rows }) => {
    const first = rows.filter(({ id }, place) => rows.findIndex((row) => row.id === id) === place);
    const rated = base.includes("--subject")
      ? first.filter(({ id }) => rows.filter((row) => row.id === id).length > 1)
      : rows;
    return rated.reduce((sum, row) => sum + Number(row[own[1] ?? ""]), 0) === rated.length;
  },
  weighting: ({ own }) => own[1] === "none",
  test: ({ own }) => ["kruskal", "fisher", "arm=fisher"].includes(own[1] ?? ""),
  weights: ({ rows }) => rows.every(({ weight }) => weight === "1"),
  limits: ({ answer }) => numbersUnder(answer, ["lower", "upper"]).every((limit) => limit === 0 || limit === 1),
  level: ({ answer }) =>
    numbersUnder(answer, ["lower", "upper"]).every((limit) => limit === 0 || limit === 1) ||
    String(numbersUnder(answer, ["lower"])) === String(numbersUnder(answer, ["upper"])),
  confType: ({ answer }) =>
    numbersUnder(answer, ["survival", "incidence"]).every((share) => share === 0 || share === 1),
  start: ({ rows }) => rows.every(({ start }) => rows.every(({ time }) => Number(start) < Number(time))),
  id: ({ rows }) => values(rows, "id").length === rows.length,
  offset: ({ own, rows, answer }) => values(rows, own[1]).length < 2 || numbersUnder(answer.cox, ["beta"]).length === 0,
  strata: ({ own, rows, answer }) =>
    values(rows, own[1]).length < 2 || numbersUnder(answer, ["chi2", "beta"]).length === 0,
};

const countOf = ({ options }: Pick<Call, "options">): string => options.find(([name]) => name === "--count")?.[1] ?? "";

const isSorted = (levels: Words): boolean =>
  levels.every((level, place) => place === 0 || level > (levels[place - 1] ?? ""));
