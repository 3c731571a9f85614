import type { ChartRow } from "./charts.ts";
import { tableNamed } from "./codebook.ts";
import { MISSING_REASONS } from "./missing-reason.ts";
import { OWN_NAME } from "./own/own-field.ts";

/** A row of a chart, or the changed part of one, as the trail keeps it: by column of the database. */
export type Recorded = Readonly<Record<string, unknown>>;

/** A cell before and after a write; a blank text is a cell not entered. */
export interface CellChange {
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

/** The cells that a write changed, in the order of the codebook and as it writes them; behind them fields of the registry's own, by name. */
export function recordedChanges(table: string, before: Recorded, after: Recorded): readonly CellChange[] {
  const [was, is] = [cellsOf(table, before), cellsOf(table, after)];
  const own = [...new Set([was, is].flatMap((cells) => Object.keys(cells)))]
    .filter((name) => OWN_NAME.test(name))
    .sort();
  return [...tableNamed(table).fields.map(({ name }) => name), ...own]
    .map((name) => ({ field: name, was: was[name] ?? "", is: is[name] ?? "" }))
    .filter((change) => change.was !== change.is);
}

function cellsOf(table: string, recorded: Recorded): ChartRow {
  const typed = (recorded.as_typed ?? {}) as Readonly<Record<string, string>>;
  const own = Object.entries({ ...(recorded.own as ChartRow | undefined), ...typed });
  const ofBook = Object.fromEntries(
    tableNamed(table).fields.map(({ name }) => [
      name,
      typed[name] ?? written(recorded[name]) ?? token(recorded[`${name}_missing`]),
    ]),
  );
  return { ...ofBook, ...Object.fromEntries(own.filter(([name]) => OWN_NAME.test(name))) };
}

function written(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

const token = (reason: unknown): string => MISSING_REASONS.find(({ code }) => code === reason)?.token ?? "";
