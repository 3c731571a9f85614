import type { DataFile } from "@osteon/interop";
import type { PageRow, PageTable } from "@osteon/publish";
import { decimals, plain, pText, rowsText } from "../terminal/text-table.ts";
import { type Compared, chosenTest, compareColumn } from "./compare-columns.ts";
import type { NumbersCompared } from "./compare-numbers.ts";
import { share } from "./compare-text-output.ts";
import type { TextsCompared } from "./compare-texts.ts";
import type { Groups } from "./group-columns.ts";

/** Text of more different values than this is names or dates, not categories. */
const MOST_LEVELS = 20;

export interface TableOne {
  readonly table: PageTable;
  readonly compared: readonly Compared[];
}

/** Table 1 of a file: every column by group, with median and quartiles or n (%), what is missing, and p. */
export function tableOne(data: DataFile, names: readonly string[] | undefined, groups: Groups): TableOne {
  const wanted = names ?? data.columns.map(({ name }) => name).filter((name) => name !== groups.column);
  const compared = wanted.map((name) => compareColumn(data, name, groups));
  const shown = compared.filter(
    (own) => own.kind === "number" || names !== undefined || own.levels.length <= MOST_LEVELS,
  );
  const left = compared.filter((own) => !shown.includes(own)).map(({ name }) => name);
  const used = [...new Set(shown.flatMap((own) => chosenTest(own)?.method ?? []))];
  return {
    compared: shown,
    table: {
      id: "table1",
      title: `Characteristics by ${groups.column}`,
      heads: ["", ...groups.names.map((name) => `${name} (n ${groups.of.filter((own) => own === name).length})`), "p"],
      rows: shown.flatMap((own) => (own.kind === "number" ? numberRows(own) : textRows(own))),
      notes: [
        "Median (lower to upper quartile), n (% of those known).",
        `p: ${used.join("; ")}.`,
        ...(groups.missing > 0 ? [`${rowsText(groups.missing)} without ${groups.column} left out.`] : []),
        ...(left.length > 0
          ? [`Not shown, since they have more than ${MOST_LEVELS} different texts: ${left.join(", ")}.`]
          : []),
      ],
    },
  };
}

const cell = (text: string) => ({ text });

function numberRows(compared: NumbersCompared): readonly PageRow[] {
  const spread = compared.groups.map((own) =>
    own.median === null ? "" : `${plain(own.median)} (${plain(own.lowerQuartile)} to ${plain(own.upperQuartile)})`,
  );
  const p = pText(chosenTest(compared)?.p ?? null);
  return [{ label: compared.name, cells: [...spread, p].map(cell) }, ...missingRow(compared.groups)];
}

function textRows(compared: TextsCompared): readonly PageRow[] {
  const p = pText(chosenTest(compared)?.p ?? null);
  const head = { label: compared.name, cells: [...compared.groups.map(() => ""), p].map(cell) };
  const levels = compared.levels.map((label, i) => ({
    label,
    level: 1,
    cells: [...compared.groups.map((own) => share(own.counts[i] ?? 0, own.percent[i] ?? null)), ""].map(cell),
  }));
  return [head, ...levels, ...missingRow(compared.groups)];
}

function missingRow(groups: readonly { readonly missing: number }[]): readonly PageRow[] {
  if (groups.every(({ missing }) => missing === 0)) return [];
  return [{ label: "missing", level: 1, cells: [...groups.map(({ missing }) => decimals(missing, 0)), ""].map(cell) }];
}
