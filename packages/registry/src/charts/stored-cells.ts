import {
  type ChartRow,
  cellCheck,
  keptCell,
  keyOf,
  type MissingReason,
  missingReasonOf,
  type Table,
} from "@osteon/codebook";
import { chartColumns } from "../schema/chart-columns.ts";

/** One row as the database stores it: a text or null for each column, cast to the column's type there; the last column is `own`. */
export interface StoredCells {
  readonly columns: readonly string[];
  readonly values: readonly (string | null)[];
  /** Cells that cannot be read yet, as they were typed; only a draft may hold any. */
  readonly asTyped: Readonly<Record<string, string>>;
}

type Stored = readonly (string | null)[];

/**
 * Turns the cells of a table into what its columns hold. The reader of one table is made once and used for every row. A complete row was
 * checked, and may keep what a field of the registry's own took before its limits were narrowed; of a draft that stands as it was typed.
 */
export function storedCells(table: Table, status: "draft" | "complete"): (cells: ChartRow) => StoredCells {
  const key = keyOf(table).name;
  const kept = chartColumns(table).map(({ field, name, missing }) => ({
    name,
    missing,
    isName: name === key || name === "patient" || name === "centre",
    kind: field.type.kind,
    keep: (cell: string) => keptCell(field, cell),
    isWrong: wrongCell(cellCheck(field)),
  }));
  const columns = [...kept.flatMap(({ name, missing }) => (missing === undefined ? [name] : [name, missing])), "own"];
  const own = table.fields.flatMap((field) => {
    if (field.own === undefined) return [];
    const type = status === "complete" ? (field.own.widest ?? field.type) : field.type;
    return [{ name: field.name, isWrong: wrongCell(cellCheck({ ...field, type })) }];
  });
  return (cells) => {
    const values: (string | null)[] = [];
    const asTyped: Record<string, string> = {};
    for (const { name, missing, isName, kind, keep, isWrong } of kept) {
      const cell = keep((cells[name] ?? "").trim());
      const reason = missingReasonOf(cell);
      const refused =
        !isName && reason !== "not-entered" && (reason === undefined ? isWrong(cell) : missing === undefined);
      if (refused) asTyped[name] = cell;
      const held = refused ? NOTHING : heldBy(kind, cell, isName ? undefined : reason);
      values.push(held[0] ?? null);
      if (missing !== undefined) values.push(held[1] ?? null);
    }
    const held: Record<string, string> = {};
    for (const { name, isWrong } of own) {
      const cell = (cells[name] ?? "").trim();
      if (cell === "") continue;
      if (isWrong(cell)) asTyped[name] = cell;
      else held[name] = cell;
    }
    values.push(JSON.stringify(held));
    return { columns, values, asTyped };
  };
}

const NOTHING: Stored = [null, null];

const wrongCell =
  (check: ReturnType<typeof cellCheck>) =>
  (cell: string): boolean =>
    check(cell).some(({ severity }) => severity === "refused");

function heldBy(kind: string, cell: string, reason: MissingReason | undefined): Stored {
  if (reason === "not-entered" || cell === "") return NOTHING;
  if (reason !== undefined) return [null, reason];
  if (kind === "yes-no") return [cell === "yes" ? "true" : "false", null];
  return [cell, null];
}
