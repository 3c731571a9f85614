import type { Tally, TallyRow } from "@osteon/engine";
import type { AgreementAnalysis, Protocol, YesNo } from "@osteon/protocol";
import { cohenKappa, type Estimate, notEstimable, proportion } from "@osteon/stats";
import { inGroups } from "./declared-groups.ts";
import type { Group, Statistic } from "./rows-of.ts";
import { counted, total } from "./share.ts";
import { answerIn } from "./yes-no.ts";

const LEVEL = 0.95;

/**
 * Those whom both results judge, how often they say the same, and Cohen's kappa with its limits, in each group. Where one of them says the
 * same of everybody chance agrees as often, whatever the other says: there is no kappa then.
 */
export function agreement(tally: Tally, analysis: AgreementAnalysis, protocol: Protocol): readonly Group[] {
  const place = (column: string) => tally.spec.by.indexOf(column);
  const answer = (of: YesNo, { key }: TallyRow) => answerIn(of, key[place(of.column)]);
  return inGroups(tally.rows, analysis.by ?? [], protocol, (rows) => {
    const judged = rows.filter((row) => answer(analysis.first, row) !== null && answer(analysis.second, row) !== null);
    const at = (first: boolean, second: boolean) =>
      judged.filter((row) => answer(analysis.first, row) === first && answer(analysis.second, row) === second);
    const [both, firstOnly, secondOnly, neither] = [at(true, true), at(true, false), at(false, true), at(false, false)];
    return [
      counted("N", judged),
      counted("both-yes", both),
      counted("first-only", firstOnly),
      counted("second-only", secondOnly),
      counted("both-no", neither),
      counted(
        "missing",
        rows.filter((row) => !judged.includes(row)),
      ),
      ...kappaStatistics([
        [total(both), total(firstOnly)],
        [total(secondOnly), total(neither)],
      ]),
    ];
  });
}

type Square = readonly [readonly [number, number], readonly [number, number]];

function kappaStatistics(table: Square): readonly Statistic[] {
  const [[a, b], [c, d]] = table;
  const n = a + b + c + d;
  const agreed = proportion(a + d, n);
  const { kappa, lower, upper } = cohenKappa(table, "unweighted", LEVEL);
  const isConstant = a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0;
  const told = (estimate: Estimate): Estimate => (n > 0 && isConstant ? notEstimable("no-variation", n) : estimate);
  const limits = "Cohen's kappa, limits by the error of Fleiss, Cohen and Everitt, 95 %";
  return [
    {
      statistic: "agreed",
      value: agreed.estimable ? { estimable: true, value: agreed.value * 100 } : agreed,
      method: "n / N",
      unit: "%",
    },
    { statistic: "kappa", value: told(kappa), method: "Cohen's kappa" },
    { statistic: "kappa-lower", value: told(lower), method: limits },
    { statistic: "kappa-upper", value: told(upper), method: limits },
  ];
}
