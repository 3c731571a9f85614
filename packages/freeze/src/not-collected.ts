import {
  CODEBOOK,
  type Codebook,
  currentOf,
  frozenColumns,
  type OwnField,
  type OwnType,
  type Problem,
  sinceOf,
  type Table,
} from "@osteon/codebook";
import { type Needs, neededFields } from "@osteon/protocol";
import type { Freeze } from "./read-freeze.ts";

/** A model, as far as it matters here. */
interface ReadingModel {
  readonly name: string;
  readonly sql: string;
}

/**
 * What the models read and the codebook of the freeze had not yet: whatever rests on it was not collected then, which is another thing
 * than unknown. A column counts where a model names it and reads its table.
 */
export function notCollected(
  { version, book }: Pick<Freeze, "version" | "book">,
  models: readonly ReadingModel[],
  needs?: Needs,
): readonly Problem[] {
  const lacking = neededFields(needs).filter(({ table, name }) => ownField(book, table, name) === undefined);
  return [...lacking.map(notAsked), ...ofCodebook(version, models)];
}

const ownField = ({ own }: Codebook, table: string, name: string): OwnField | undefined =>
  own.find((one) => one.table === table && one.name === name);

const notAsked = ({ table, name }: OwnField): Problem => ({
  code: "not-collected",
  severity: "query",
  where: { file: `${table}.csv`, column: name },
  says: `The study reads ${table}.${name}, a field that a registry adds; these charts have none of this name: it was not collected.`,
  fix: "Read what rests on it as not collected, not as unknown.",
});

/** Needs that the charts have for another kind, so that their columns would be others. */
export function otherwiseKept({ book }: Pick<Freeze, "book">, needs: Needs | undefined): readonly Problem[] {
  return neededFields(needs).flatMap((needed): readonly Problem[] => {
    const there = ownField(book, needed.table, needed.name);
    const [wanted, is] = [currentOf(needed).type, there && currentOf(there).type];
    const kindOf = (type: OwnType): string =>
      type.kind === "decimal" ? `a number with ${type.decimals} decimals` : type.kind;
    if (is === undefined || kindOf(is) === kindOf(wanted)) return [];
    return [
      {
        code: "own-field-differs",
        severity: "refused",
        where: { file: `${needed.table}.csv`, column: needed.name },
        says: `The study takes ${needed.table}.${needed.name} for ${kindOf(wanted)}; these charts have it as ${kindOf(is)}.`,
        fix: "Correct needs.own in the protocol of the study, and lock it again.",
      },
    ];
  });
}

function ofCodebook(version: number, models: readonly ReadingModel[]): readonly Problem[] {
  return CODEBOOK.flatMap((table) => {
    const readers = models.filter(({ sql }) => new RegExp(`\\b(FROM|JOIN)\\s+${table.name}\\b`, "i").test(sql));
    if (readers.length === 0) return [];
    if (sinceOf(table) > version) return [problem(table.name, "", sinceOf(table), version, readers)];
    return laterThan(table, version).flatMap((field) => {
      const own = frozenColumns(table).flatMap((column) => (column.field === field ? [column.name] : []));
      const naming = readers.filter(({ sql }) => own.some((name) => new RegExp(`\\b${name}\\b`).test(sql)));
      return naming.length === 0 ? [] : [problem(table.name, field.name, sinceOf(field), version, naming)];
    });
  });
}

const laterThan = ({ fields }: Table, version: number) => fields.filter((field) => sinceOf(field) > version);

function problem(
  table: string,
  field: string,
  since: number,
  version: number,
  readers: readonly ReadingModel[],
): Problem {
  const what = field === "" ? `the table ${table}` : `${table}.${field}`;
  return {
    code: "not-collected",
    severity: "query",
    where: { file: `${table}.csv`, ...(field === "" ? {} : { column: field }) },
    says: `The study reads ${what} (${readers.map(({ name }) => name).join(", ")}), which the codebook has since version ${since}; these charts are of version ${version}: it was not collected then.`,
    fix: "Read what rests on it as not collected, not as unknown.",
  };
}
