import { bold, dim, say } from "../terminal/say.ts";
import { decimals, plain, pText, tableLines } from "../terminal/text-table.ts";
import { allTests, type Compared } from "./compare-columns.ts";
import type { NumbersCompared, ShownTest } from "./compare-numbers.ts";
import type { TextsCompared } from "./compare-texts.ts";
import type { EffectShown } from "./effects.ts";
import { lostOf, reasonLines, why } from "./reasons.ts";

/** A column described both ways and tested both ways, as a biostatistician reads it. */
export function sayCompared(compared: Compared, column: string, effects: readonly EffectShown[], level: number): void {
  say(`${bold(compared.name)} by ${column}`);
  for (const line of tableLines(compared.kind === "number" ? numberRows(compared) : textRows(compared)))
    say(`  ${line}`);
  say(`\n${bold("Tests")}`);
  for (const line of tableLines(allTests(compared).map(testRow))) say(`  ${line}`);
  if (effects.length > 0) {
    say(`\n${bold("Estimates")}`);
    const head = ["", "estimate", `${plain(level * 100)} % limits`];
    const rows = effects.map((own) => [own.name, plain(own.value), `${plain(own.lower)} to ${plain(own.upper)}`]);
    for (const line of tableLines([head, ...rows])) say(`  ${line}`);
  }
  const lost = compared.kind === "number" ? compared.groups.flatMap((own) => lostOf(own.group, own)) : [];
  const open = effects.flatMap((own) => lostOf(`the ${own.name}`, own));
  for (const line of reasonLines([...lost, ...open])) say(dim(`\n${line}`));
}

function numberRows({ groups }: NumbersCompared): readonly (readonly string[])[] {
  const head = ["", "n", "missing", "mean", "SD", "median", "quartiles", "range", "Shapiro-Wilk p"];
  return [
    head,
    ...groups.map((own) => [
      own.group,
      plain(own.n),
      plain(own.missing),
      plain(own.mean),
      plain(own.sd),
      plain(own.median),
      `${plain(own.lowerQuartile)} to ${plain(own.upperQuartile)}`,
      `${plain(own.minimum)} to ${plain(own.maximum)}`,
      pText(own.shapiroP),
    ]),
  ];
}

function textRows({ groups, levels }: TextsCompared): readonly (readonly string[])[] {
  return [
    ["", ...groups.map(({ group, n }) => `${group} (n ${n})`)],
    ...levels.map((level, i) => [level, ...groups.map((own) => share(own.counts[i] ?? 0, own.percent[i] ?? null))]),
    ["missing", ...groups.map(({ missing }) => plain(missing))],
  ];
}

/** A count with its share of those known. */
export const share = (count: number, percent: number | null): string =>
  percent === null ? "0" : `${count} (${decimals(percent, 1)} %)`;

function testRow({ method, statistic, value, df, p, because }: ShownTest): readonly string[] {
  if (p === null) return [method, dim(`not estimable: ${why(because)}`)];
  const free = df.length === 0 ? "" : ` on ${df.map((own) => plain(own)).join(" and ")} df`;
  const shown = statistic === "" ? "" : `${statistic} ${plain(value)}${free}`;
  return [method, shown, `p ${pText(p).startsWith("<") ? pText(p) : `= ${pText(p)}`}`];
}
