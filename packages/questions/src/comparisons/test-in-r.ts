import { rName } from "../in-r/r-words.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import type { Compared } from "./compare-columns.ts";
import type { PairShown } from "./pairwise.ts";
import type { GroupsAsked } from "./test-answer.ts";
import { testInR } from "./test-choice.ts";

/** Calls of the formula of the columns, which stand in `d`. */
export function inR(
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
