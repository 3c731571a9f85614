import type { Protocol } from "@osteon/protocol";
import type { Language, Pair } from "@osteon/words";
import { agreementTable } from "../tables/agreement-table.ts";
import { characteristicsTable } from "../tables/characteristics-table.ts";
import { groupsTable } from "../tables/groups-table.ts";
import { normalityTable } from "../tables/normality-table.ts";
import type { PageRow, PageTable } from "../tables/page-table.ts";
import { rankingTable } from "../tables/ranking-table.ts";
import { statesTable } from "../tables/states-table.ts";
import { cellOf, textOf } from "./fill.ts";
import type { CellsTable, Outline, TableSpec } from "./outline.ts";
import type { Reading } from "./read-results.ts";

/** A table of an outline with its numbers. One that shows NE says what it means. */
export function drawTable(reading: Reading, protocol: Protocol, outline: Outline, spec: TableSpec): PageTable {
  return withKey(byKind(reading, protocol, outline, spec), reading.language);
}

function byKind(reading: Reading, protocol: Protocol, outline: Outline, spec: TableSpec): PageTable {
  switch (spec.kind) {
    case "cells":
      return cellsTable(reading, spec);
    case "characteristics":
      return characteristicsTable(reading, protocol, spec);
    case "normality":
      return normalityTable(reading, protocol, spec);
    case "states":
      return statesTable(reading, outline, spec);
    case "groups":
      return groupsTable(reading, outline, spec);
    case "agreement":
      return agreementTable(reading, spec);
    case "ranking":
      return rankingTable(reading, outline, spec);
  }
}

function cellsTable(reading: Reading, { id, title, heads, rows, notes }: CellsTable): PageTable {
  return {
    id,
    title,
    heads,
    rows: rows.map(
      ({ label, level, cells }): PageRow => ({
        label,
        ...(level === undefined ? {} : { level }),
        cells: cells.map((cell) => cellOf(reading, cell)),
      }),
    ),
    notes: notes.map((note) => textOf(reading, note)),
  };
}

const KEY: Pair = {
  en: "NE: not estimable from these children.",
  de: "NE: aus den Daten dieser Kinder nicht schätzbar.",
};

function withKey(table: PageTable, language: Language): PageTable {
  const showsNone = table.rows.some(({ cells }) => cells.some(({ text }) => /\bNE\b/.test(text)));
  const isSaid = table.notes.some((note) => note.startsWith("NE:"));
  if (!showsNone || isSaid) return table;
  return { ...table, notes: [...table.notes, KEY[language]] };
}
