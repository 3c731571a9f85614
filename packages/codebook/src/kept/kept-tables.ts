import { faultsOf } from "@osteon/words";
import { CODEBOOK } from "../codebook.ts";
import type { Table } from "../field.ts";
import { type Problem, placed } from "../problem.ts";
import { TABLE_LABELS } from "../table-labels.ts";
import { KEPT_PROBLEMS } from "./problems.ts";

/** Roles that work on charts; administrators see none, so there is nothing to keep from them. */
export const CHART_ROLES = ["data_manager", "investigator", "study_nurse", "monitor", "statistician"] as const;
export type ChartRole = (typeof CHART_ROLES)[number];

/** Which roles neither read nor write rows of which tables of the chart; a table that is not named is seen by all. */
export type KeptTables = Readonly<Record<string, readonly string[]>>;

/** Every row is of a child, and signatures, locks and the form hang on visits: these two are seen by whoever sees charts. */
const SEEN_BY_ALL: ReadonlySet<string> = new Set(["patient", "visit"]);

export const mayBeKept = ({ name }: Pick<Table, "name">): boolean => !SEEN_BY_ALL.has(name);

/** The tables whose rows hang on rows of this one: who is kept from it is kept from them. */
export function hangingOn(name: string, tables: readonly Table[] = CODEBOOK): readonly string[] {
  const hangs = new Set([name]);
  // A table stands behind those that it refers to.
  for (const table of tables)
    if (mayBeKept(table) && table.fields.some(({ type }) => type.kind === "reference" && hangs.has(type.table)))
      hangs.add(table.name);
  hangs.delete(name);
  return [...hangs];
}

/** What follows from what was chosen: with each table those that hang on it. Tables and roles in their order, so that the same rule reads the same. */
export function keptWhole(kept: KeptTables, tables: readonly Table[] = CODEBOOK): KeptTables {
  const whole = new Map<string, Set<string>>();
  for (const [name, roles] of Object.entries(kept))
    for (const one of [name, ...hangingOn(name, tables)]) {
      const known = whole.get(one) ?? new Set();
      for (const role of roles) known.add(role);
      whole.set(one, known);
    }
  return Object.fromEntries(
    tables.flatMap(({ name }) => {
      const roles = CHART_ROLES.filter((role) => whole.get(name)?.has(role));
      return roles.length === 0 ? [] : [[name, roles]];
    }),
  );
}

const { refused } = faultsOf(KEPT_PROBLEMS);

/** What speaks against a rule, as the database refuses it. */
export function keptProblems(kept: KeptTables, tables: readonly Table[] = CODEBOOK): readonly Problem[] {
  const known = new Set(tables.map(({ name }) => name));
  return Object.entries(kept).flatMap(([name, roles]): readonly Problem[] => {
    const at = { column: name, value: roles.join(", ") };
    if (!known.has(name)) return [placed(refused("kept-no-table", { name }), at)];
    if (!mayBeKept({ name })) return [placed(refused("kept-needed", { table: name }), at)];
    if (roles.some((role) => !CHART_ROLES.some((one) => one === role))) return [placed(refused("kept-no-role"), at)];
    if (CHART_ROLES.every((role) => roles.includes(role)))
      return [placed(refused("kept-from-all", { table: name }), at)];
    return [];
  });
}

/** That a person is kept from tables at a centre; `whole` where what was asked for is made of whole charts. */
export const tablesKept = (centre: string, tables: readonly string[], whole: boolean): Problem =>
  placed(refused(whole ? "tables-kept" : "table-kept", { centre, tables: [...tables] }), { value: tables.join(", ") });

/** The English names of tables, as sentences list them. */
export const tablesInWords = (names: readonly string[]): string =>
  names.map((name) => TABLE_LABELS[name]?.many[0] ?? name).join(", ");
