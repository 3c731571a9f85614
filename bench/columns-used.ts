import type { TallySpec } from "@osteon/engine";
import { FROZEN_SCHEMAS } from "@osteon/freeze";
import { DRESDEN_MODELS } from "../studies/schnabel-2017/tests/dresden-models.ts";

/** The columns of a table that someone reads, and the order in which a patient's rows lie. */
export interface ColumnsUsed {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly isText: boolean }[];
  readonly order: readonly string[];
}

/** The frozen columns that the models name. A name counts wherever it stands in a model that reads the table. */
export function frozenColumnsUsed(): readonly ColumnsUsed[] {
  const models = DRESDEN_MODELS.map(({ sql }) => sql);
  return FROZEN_SCHEMAS.flatMap(({ name, columns, order }) => {
    const words = new Set(
      models.filter((sql) => reads(sql, name)).flatMap((sql) => sql.match(/[a-z][a-z0-9_]*/g) ?? []),
    );
    const used = columns.filter((column) => words.has(column.name));
    if (used.length === 0) return [];
    const day = used.find((column) => column.name.endsWith("_epoch_day"))?.name ?? order;
    const patient = used.some((column) => column.name === "patient_no") ? ["patient_no"] : [];
    const described = used.map((column) => ({ name: column.name, isText: column.type === "VARCHAR" }));
    return [{ table: name, columns: described, order: [...patient, day] }];
  });
}

function reads(sql: string, table: string): boolean {
  return new RegExp(`\\b(FROM|JOIN)\\s+${table}\\b`).test(sql);
}

/** The columns that each analysis table is counted by or filtered on. */
export function countedColumns(specs: readonly TallySpec[]): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, Set<string>>();
  for (const { from, by, where } of specs) {
    const columns = used.get(from) ?? new Set();
    for (const column of [...by, ...where.map((predicate) => predicate.column)]) columns.add(column);
    used.set(from, columns);
  }
  return new Map([...used].map(([table, columns]) => [table, [...columns]]));
}
