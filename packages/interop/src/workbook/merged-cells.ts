import { type Problem, placed } from "@osteon/codebook";
import { refused } from "../csv/file-problem.ts";
import { MOST_PROBLEMS } from "../csv/read-records.ts";
import { cellPlace } from "./cell-place.ts";
import type { SheetRows } from "./sheet-rows.ts";

/** A rectangle of a sheet; rows from 1, columns from 0. */
interface Area {
  readonly name: string;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** The merged cells of a table that hold something: their value stands in the first row alone, whatever the others were to say. */
export function mergedCells(
  file: string,
  { rows, merged }: SheetRows,
  places: readonly (readonly [field: string, place: number])[],
): { readonly problems: readonly Problem[]; readonly unreadAt: (row: number) => readonly string[] } {
  const cellsOf = new Map(merged.length === 0 ? [] : rows.map(({ row, cells }) => [row, cells] as const));
  const telling = merged
    .flatMap((name) => {
      const area = areaOf(name);
      const value = area && firstValue(area, cellsOf);
      return area === undefined || value === undefined ? [] : [{ ...area, value }];
    })
    .slice(0, MOST_PROBLEMS + 1);
  return {
    problems: telling.map(({ name, rows: [first], columns: [left], value }) => {
      const column = places.find(([, place]) => place === left)?.[0] ?? columnName(name);
      return placed(refused("merged-cells", { area: name }), { file, row: first, column, value });
    }),
    unreadAt: (row) =>
      telling
        .filter(({ rows: [first, last] }) => row >= first && row <= last)
        .flatMap(({ columns: [left, right] }) =>
          places.flatMap(([field, place]) => (place >= left && place <= right ? [field] : [])),
        ),
  };
}

/** So many rows of an area are looked into. */
const TALLEST = 1_000;

/** What an area holds, in its first cell or, unseen, below it. */
function firstValue(
  { rows: [first, last], columns: [left, right] }: Area,
  cellsOf: ReadonlyMap<number, readonly string[]>,
): string | undefined {
  for (let row = first; row <= Math.min(last, first + TALLEST); row++) {
    const value = cellsOf
      .get(row)
      ?.slice(left, right + 1)
      .find((cell) => cell !== "");
    if (value !== undefined) return value;
  }
  return undefined;
}

function areaOf(name: string): Area | undefined {
  const [from = "", to = from] = name.split(":");
  const [first, last] = [from, to].map((corner) => {
    const row = Number(/\d+$/.exec(corner)?.[0]);
    const { column, inSheet } = cellPlace(corner, row, 0);
    return inSheet ? { row, column } : undefined;
  });
  if (first === undefined || last === undefined || from === to) return undefined;
  return { name, rows: [first.row, last.row], columns: [first.column, last.column] };
}

const columnName = (area: string): string => /^[A-Z]+/i.exec(area)?.[0] ?? area;
