import { CODEBOOK, frozenColumns, type Problem, sinceOf, type Table } from "@osteon/codebook";
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
  { version }: Pick<Freeze, "version">,
  models: readonly ReadingModel[],
): readonly Problem[] {
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
