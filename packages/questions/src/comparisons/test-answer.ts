import type { Problem } from "@osteon/codebook";
import { Refusal } from "../refusal.ts";
import { describedTable } from "../shown/described-tables.ts";
import { pText } from "../shown/number-text.ts";
import type { PartAnswer } from "../shown/part-answer.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, testsTable, textTable } from "../shown/shown-tables.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import { type Compared, type Comparison, compareColumn, comparedShown } from "./compare-columns.ts";
import { type EffectShown, effectsOf } from "./effects.ts";
import { type PairAdjustment, type PairShown, POOLED, pairwise, pairwiseTests } from "./pairwise.ts";
import { SHARE_LIMITS, type ShareLimitName } from "./share-limits.ts";
import { withinStrata } from "./strata.ts";
import { TEST_NAMES, testNames, testsOf, usualTests, whyNot } from "./test-choice.ts";
import { inR } from "./test-in-r.ts";

/** What is asked of a column in groups. */
export interface GroupsAsked {
  readonly value: string;
  readonly test?: string;
  readonly pairwise?: PairAdjustment;
  readonly strata?: string;
  readonly limits: ShareLimitName;
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
    throw new Refusal("asked", `--test ${POOLED} compares every two of several groups: name --pairwise.`);
  const made = !grouped ? [] : whole === undefined ? usualTests(compared) : testsOf(compared, whole);
  const within = strata && withinStrata(compared, comparison, strata, asked.level);
  const tests: readonly ShownTest[] = [...made, ...(within?.tests ?? [])];
  const exact = tests.some(({ test }) => test === "wilcoxon-exact");
  const limits = SHARE_LIMITS[asked.limits];
  const effects = [
    ...effectsOf(compared, { level: asked.level, limits, exact }),
    ...(within === undefined ? [] : [within.effect]),
  ];
  const title = grouped ? `${compared.name} by ${comparison.groups.column}` : compared.name;
  return {
    title,
    numbers: {
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
