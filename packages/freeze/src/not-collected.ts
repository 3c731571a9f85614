import {
  CODEBOOK,
  type Codebook,
  currentOf,
  frozenColumns,
  isComparator,
  type OwnField,
  type OwnType,
  type Pair,
  type Problem,
  placed,
  sinceOf,
  type Table,
  tableNamed,
} from "@osteon/codebook";
import { type Needs, neededFields } from "@osteon/protocol";
import { queried, refused } from "./freeze-fault.ts";
import type { Freeze } from "./read-freeze.ts";

/** A model, as far as it matters here. */
interface ReadingModel {
  readonly name: string;
  readonly sql: string;
}

/** What models read and the codebook of then had not. */
export interface Uncollected {
  readonly table: string;
  /** Nothing where the whole table came later. */
  readonly field?: string;
  /** What it is called in English and in German. */
  readonly label: Pair;
  readonly since: number;
  /** The models that read it from the charts. */
  readonly readers: readonly string[];
}

/**
 * What the models read and the codebook of the freeze had not yet. A column counts where a model names it and reads its table. The side of a
 * limit does not: before there was a place for it limits were refused, so that every number was measured.
 */
export function uncollected(
  { version }: Pick<Freeze, "version">,
  models: readonly ReadingModel[],
): readonly Uncollected[] {
  return CODEBOOK.flatMap((table) => {
    const readers = models.filter(({ sql }) => new RegExp(`\\b(FROM|JOIN)\\s+${table.name}\\b`, "i").test(sql));
    if (readers.length === 0) return [];
    const told = (since: number, label: Pair, own: readonly ReadingModel[]) => ({
      table: table.name,
      label,
      since,
      readers: own.map(({ name }) => name),
    });
    if (sinceOf(table) > version) return [told(sinceOf(table), table.names?.many ?? [table.name, table.name], readers)];
    return laterThan(table, version).flatMap((field) => {
      const own = frozenColumns(table).flatMap((column) => (column.field === field ? [column.name] : []));
      const naming = readers.filter(({ sql }) => own.some((name) => isNamed(sql, table.name, name)));
      if (naming.length === 0) return [];
      return [{ ...told(sinceOf(field), field.label ?? [field.name, field.name], naming), field: field.name }];
    });
  });
}

/** Whether a statement names a column, and not that of another table. */
function isNamed(sql: string, table: string, column: string): boolean {
  const aliases = [...sql.matchAll(new RegExp(`\\b(?:FROM|JOIN)\\s+${table}\\s+AS\\s+(\\w+)`, "gi"))].map(
    ([, alias]) => alias,
  );
  return [...sql.matchAll(new RegExp(`(?:(\\w+)\\.)?\\b${column}\\b`, "g"))].some(
    ([, qualifier]) => qualifier === undefined || qualifier === table || aliases.includes(qualifier),
  );
}

const laterThan = (table: Table, version: number) =>
  table.fields.filter((field) => sinceOf(field) > version && !isComparator(table, field.name));

/** Whether a column of a frozen table is of something that was not collected. */
export const isUncollected = (missing: readonly Uncollected[], table: string, column: string): boolean =>
  missing.some(
    (one) =>
      one.table === table &&
      (one.field === undefined ||
        frozenColumns(tableNamed(table)).some(({ name, field }) => name === column && field.name === one.field)),
  );

/** The same as questions of a run: whatever rests on it was not collected then, which is another thing than unknown; and the fields of a registry's own that the study names and these charts have not. */
export function notCollected(
  { version, book }: Pick<Freeze, "version" | "book">,
  models: readonly ReadingModel[],
  needs?: Needs,
): readonly Problem[] {
  const lacking = neededFields(needs).filter(({ table, name }) => ownField(book, table, name) === undefined);
  return [...lacking.map(notAsked), ...uncollected({ version }, models).map((one) => problem(one, version))];
}

const ownField = ({ own }: Codebook, table: string, name: string): OwnField | undefined =>
  own.find((one) => one.table === table && one.name === name);

const notAsked = ({ table, name }: OwnField): Problem =>
  placed(queried("not-collected", { of: "registry", table, field: name }), { file: `${table}.csv`, column: name });

/** Needs that the charts have for another kind, so that their columns would be others. */
export function otherwiseKept({ book }: Pick<Freeze, "book">, needs: Needs | undefined): readonly Problem[] {
  return neededFields(needs).flatMap((needed): readonly Problem[] => {
    const there = ownField(book, needed.table, needed.name);
    const [wanted, is] = [currentOf(needed).type, there && currentOf(there).type];
    const kindOf = (type: OwnType): string => (type.kind === "decimal" ? `${type.kind} ${type.decimals}` : type.kind);
    if (is === undefined || kindOf(is) === kindOf(wanted)) return [];
    const fault = refused("own-field-differs", {
      field: `${needed.table}.${needed.name}`,
      wanted: wanted.kind,
      is: is.kind,
      ...(wanted.kind === "decimal" ? { wantedDecimals: wanted.decimals } : {}),
      ...(is.kind === "decimal" ? { isDecimals: is.decimals } : {}),
    });
    return [placed(fault, { file: `${needed.table}.csv`, column: needed.name })];
  });
}

function problem({ table, field, since, readers }: Uncollected, version: number): Problem {
  const fault = queried("not-collected", { of: "codebook", table, field, readers, since, version });
  return placed(fault, { file: `${table}.csv`, ...(field === undefined ? {} : { column: field }) });
}
