import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import type { PageRow, PageTable } from "@osteon/publish";
import { decimals, plain, pText, rowsText } from "../terminal/text-table.ts";
import { columnNamed, missingNotes } from "./columns.ts";
import { type Compared, chosenTest, compareColumn, comparedShown, type SaidKinds } from "./compare-columns.ts";
import type { NumbersCompared } from "./compare-numbers.ts";
import { share } from "./compare-text-output.ts";
import type { TextsCompared } from "./compare-texts.ts";
import type { Groups } from "./group-columns.ts";
import { reasonLines } from "./reasons.ts";
import { codesAmong, tableColumns } from "./table-columns.ts";

export interface TableOne {
  readonly table: PageTable;
  readonly compared: readonly ReturnType<typeof comparedShown>[];
}

/**
 * Table 1 of a file: every characteristic by group, with median and quartiles or n (%), what is missing, and p. Without a list of
 * names row names and ids are left out, which is said; columns of few small whole numbers are categories.
 */
export function tableOne(
  data: DataFile,
  names: readonly string[] | undefined,
  groups: Groups,
  said: SaidKinds,
  problems: Problem[],
): TableOne {
  const chosen = names?.map((name) => columnNamed(data, name));
  const { shown, codes, notes } =
    chosen === undefined
      ? tableColumns(data, groups.column, said)
      : { shown: chosen.map(({ name }) => name), codes: codesAmong(chosen, said), notes: [] };
  const kinds = { ...said, factor: [...said.factor, ...codes] };
  const compared = shown.map((name) => compareColumn(data, name, groups, kinds, problems));
  const tests = compared.map(chosenTest);
  const used = [...new Set(tests.flatMap((test) => (test === undefined || test.p === null ? [] : [test.method])))];
  const lost = compared.flatMap(({ name }, i) =>
    tests[i]?.p === null ? [[`p of ${name}`, tests[i].because ?? ""] as const] : [],
  );
  const coded = codes.filter((name) => !said.factor.includes(name));
  return {
    compared: compared.map((own, i) => comparedShown(own, tests[i] === undefined ? [] : [tests[i]])),
    table: {
      id: "table1",
      title: `Characteristics by ${groups.column}`,
      heads: ["", ...groups.names.map((name) => `${name} (n ${groups.of.filter((own) => own === name).length})`), "p"],
      rows: compared.flatMap((own) => (own.kind === "number" ? numberRows(own) : textRows(own))),
      notes: [
        "Median (lower to upper quartile), n (% of those known).",
        ...(used.length > 0 ? [`p: ${used.join("; ")}.`] : []),
        ...(groups.missing > 0 ? [`${rowsText(groups.missing)} without ${groups.column} left out.`] : []),
        ...(coded.length > 0
          ? [`Few whole numbers, shown as categories (--numeric shows medians): ${coded.join(", ")}.`]
          : []),
        ...notes,
        ...missingNotes(data, shown),
        ...reasonLines(lost),
      ],
    },
  };
}

const cell = (text: string) => ({ text });

function numberRows(compared: NumbersCompared): readonly PageRow[] {
  const spread = compared.groups.map((own) =>
    own.median === null
      ? "no value"
      : `${plain(own.median)} (${plain(own.lowerQuartile)} to ${plain(own.upperQuartile)})`,
  );
  return [{ label: compared.name, cells: [...spread, pOf(compared)].map(cell) }, ...missingRow(compared.groups)];
}

const pOf = (compared: Compared): string => pText(chosenTest(compared)?.p ?? null);

function textRows(compared: TextsCompared): readonly PageRow[] {
  const head = { label: compared.name, cells: [...compared.groups.map(() => ""), pOf(compared)].map(cell) };
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
