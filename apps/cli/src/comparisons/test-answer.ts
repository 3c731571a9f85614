import type { Problem } from "@osteon/codebook";
import { EXIT, Stop } from "@osteon/run";
import { lostOf, reasonLines } from "../data-analysis/reasons.ts";
import { rName } from "../data-options/r-words.ts";
import { plain, pText } from "../terminal/text-table.ts";
import { cornersOf } from "./category-tests.ts";
import { type Compared, type Comparison, compareColumn, comparedShown } from "./compare-columns.ts";
import { describedTable } from "./described-tables.ts";
import { type EffectShown, effectsOf } from "./effects.ts";
import { type PairShown, POOLED, pairwise, pairwiseTests } from "./pairwise.ts";
import type { PartAnswer } from "./part-answer.ts";
import { SHARE_LIMITS } from "./share-limits.ts";
import { effectsTable, testsTable, textTable } from "./shown-tables.ts";
import type { ShownTest } from "./shown-test.ts";
import { stratified } from "./strata.ts";
import { TEST_NAMES, testInR, testNames, testsOf, usualTests, whyNot } from "./test-choice.ts";

/** What is asked of a column in groups. */
export interface GroupsAsked {
  readonly value: string;
  readonly test?: string;
  readonly pairwise?: string;
  readonly strata?: string;
  readonly limits: string;
  readonly level: number;
}

/** A column described in each group, tested, and how far the groups are apart; within strata where there are any. */
export function groupsAnswer(
  comparison: Comparison,
  asked: GroupsAsked,
  strata: readonly (string | null)[] | undefined,
  problems: Problem[],
): PartAnswer {
  const compared = compareColumn(comparison, asked.value, problems);
  const grouped = comparison.groups.names.length > 1;
  const named =
    asked.test === undefined || asked.test === "all" ? undefined : testNames(asked.test, [...TEST_NAMES, POOLED]);
  const fitting = asked.test === "all" ? TEST_NAMES.filter((name) => whyNot(name, compared) === undefined) : named;
  const pairs = asked.pairwise === undefined ? [] : pairwise(compared, pairwiseTests(compared, named), asked.pairwise);
  // What compares two groups alone is made of the pairs.
  const whole =
    asked.pairwise === undefined
      ? fitting
      : fitting?.filter((name) => name !== POOLED && whyNot(name, compared) === undefined);
  if (whole?.includes(POOLED))
    throw new Stop(EXIT.usage, `--test ${POOLED} compares every two of several groups: name --pairwise.`);
  const made = !grouped ? [] : whole === undefined ? usualTests(compared) : testsOf(compared, whole);
  const within = strata && withinStrata(compared, comparison, strata, asked.level);
  const tests: readonly ShownTest[] = [...made, ...(within?.tests ?? [])];
  const exact = tests.some(({ test }) => test === "wilcoxon-exact");
  const limits = SHARE_LIMITS[asked.limits];
  if (limits === undefined) throw new Error(`no limits ${asked.limits}: please report this`);
  const effects = [
    ...effectsOf(compared, { level: asked.level, limits, exact }),
    ...(within === undefined ? [] : [within.effect]),
  ];
  const title = grouped ? `${compared.name} by ${comparison.groups.column}` : compared.name;
  return {
    title,
    json: {
      by: grouped ? comparison.groups.column : null,
      missingGroup: comparison.groups.missing,
      ...comparedShown(compared, tests),
      effects,
      ...(pairs.length > 0 && { pairwise: pairs, adjustment: asked.pairwise }),
    },
    tables: [
      describedTable(compared, title),
      ...testsTable(tests),
      ...effectsTable(effects, asked.level),
      ...pairwiseTable(pairs, asked.pairwise),
    ],
    notes: lostLines(compared, effects),
    limits: effects.length,
    shares: compared.kind === "text" ? effects.length : 0,
    r: inR(compared, tests, pairs, asked, comparison.groups.column),
  };
}

/** Why numbers of a description or an estimate are NA. */
export function lostLines(compared: Compared, effects: readonly EffectShown[]): readonly string[] {
  const lost = compared.kind === "number" ? compared.groups.flatMap((own) => lostOf(own.group, own)) : [];
  return reasonLines([...lost, ...effects.flatMap((own) => lostOf(`the ${own.name}`, own))]);
}

function pairwiseTable(pairs: readonly PairShown[], how = "none") {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ groups, method, p, adjusted }) => [
    `${groups[0]} - ${groups[1]}`,
    method,
    pText(p),
    pText(adjusted),
  ]);
  const lost = pairs.flatMap(({ groups, p, because }) =>
    p === null ? [[`p of ${groups.join(" - ")}`, because ?? ""] as const] : [],
  );
  const table = textTable(
    "pairwise",
    "Every two groups",
    ["", "", "p", `p, ${how === "none" ? "not adjusted" : how}`],
    rows,
  );
  return [{ ...table, notes: reasonLines(lost) }];
}

function withinStrata(
  compared: Compared,
  { groups, count }: Comparison,
  strata: readonly (string | null)[],
  level: number,
) {
  const [first, second] = groups.names;
  if (
    compared.kind !== "text" ||
    compared.levels.length !== 2 ||
    first === undefined ||
    second === undefined ||
    groups.names.length !== 2
  )
    throw new Stop(
      EXIT.usage,
      `--strata are those of Mantel and Haenszel's test: two categories in two groups. ${compared.name} has ${compared.kind === "text" ? `${plain(compared.levels.length)} categories` : "numbers"} in ${groups.names.length} groups.`,
    );
  return { ...tablesWithin(compared, groups.of, strata, count, [first, second], level) };
}

function tablesWithin(
  compared: Extract<Compared, { kind: "text" }>,
  of: readonly (string | null)[],
  strata: readonly (string | null)[],
  count: readonly number[] | undefined,
  names: readonly [string, string],
  level: number,
) {
  const tables = new Map<string, [[number, number], [number, number]]>();
  for (const [row, value] of compared.values.entries()) {
    const stratum = strata[row] ?? null;
    const [group, answer] = [names.indexOf(of[row] ?? ""), compared.levels.indexOf(value ?? "")];
    if (stratum === null || group < 0 || answer < 0) continue;
    const table = tables.get(stratum) ?? [
      [0, 0],
      [0, 0],
    ];
    // The last category first, as the estimates of a 2x2 table have it.
    const line = table[group as 0 | 1];
    line[(1 - answer) as 0 | 1] += count?.[row] ?? 1;
    tables.set(stratum, table);
  }
  return stratified([...tables.values()].map(cornersOf), compared.levels[1] ?? "", names, level);
}

/** Calls of the formula of the columns, which stand in `d`. */
function inR(
  compared: Compared,
  tests: readonly ShownTest[],
  pairs: readonly PairShown[],
  asked: GroupsAsked,
  by: string,
) {
  const [value, group] = [rName(compared.name), rName(by)];
  const calls = tests.map(({ test }) => testInR(test, value, group)).filter((line) => line !== "");
  const within = asked.strata === undefined ? [] : [stratifiedInR(value, group, asked.strata)];
  const described =
    compared.kind === "number"
      ? `tapply(d$${value}, d$${group}, summary)`
      : `table(d$${value}, d$${group}, useNA = "ifany")`;
  const between = [...new Set(pairs.map(({ test }) => test))].map((test) =>
    pairwiseInR(test, value, group, asked.pairwise ?? "none"),
  );
  const alone =
    compared.kind === "number"
      ? `t.test(d$${value})`
      : `lapply(table(d$${value}), prop.test, n = sum(!is.na(d$${value})), correct = FALSE)`;
  return compared.groups.length < 2
    ? [() => alone]
    : [described, ...calls, ...within, ...between].map((line) => () => line);
}

const stratifiedInR = (value: string, group: string, strata: string): string =>
  `mantelhaen.test(table(d$${group}, d$${value}, interaction(${strata
    .split(",")
    .map((name) => `d$${rName(name.trim())}`)
    .join(", ")}, drop = TRUE)))`;

const PAIRWISE_IN_R: Readonly<Record<string, (value: string, group: string, how: string) => string>> = {
  pooled: (value, group, how) => `pairwise.t.test(d$${value}, d$${group}, p.adjust.method = "${how}")`,
  welch: (value, group, how) => `pairwise.t.test(d$${value}, d$${group}, pool.sd = FALSE, p.adjust.method = "${how}")`,
  student: (value, group, how) =>
    `pairwise.t.test(d$${value}, d$${group}, pool.sd = FALSE, var.equal = TRUE, p.adjust.method = "${how}")`,
  wilcoxon: (value, group, how) =>
    `pairwise.wilcox.test(d$${value}, d$${group}, exact = FALSE, p.adjust.method = "${how}")`,
};

/** Base R has some of them; the others are made for each pair. */
function pairwiseInR(test: string, value: string, group: string, how: string): string {
  const own = PAIRWISE_IN_R[test];
  if (own !== undefined) return own(value, group, how);
  const two = testInR(test, value, group).replaceAll("d$", "e$").replaceAll(", d", ", e");
  return `p.adjust(combn(levels(d$${group}), 2, function(g) { e <- droplevels(d[d$${group} %in% g, ]); ${two}$p.value }), "${how}")`;
}
