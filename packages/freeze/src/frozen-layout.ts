import {
  BONES,
  type Choice,
  type Codebook,
  type Field,
  frozenColumns,
  SHIPPED,
  sinceOf,
  type Table,
} from "@osteon/codebook";
import { type Engine, identifier, textLiteral } from "@osteon/engine";
import { FROZEN_SCHEMAS, type FrozenSchema } from "./frozen-schema.ts";

/** The fields of a table that came to it later than itself, those of a registry's own among them; none of them is required. */
export const laterFields = ({ fields, ...table }: Table): readonly Field[] =>
  fields.filter((field) => field.own !== undefined || sinceOf(field) > sinceOf(table));

/**
 * The tables and columns that a freeze of what stands in the engine has. A table that came later than the first version of the
 * codebook, a field later than its table, are there only where something was entered, and codes that came later only where they
 * are used: so the hash of charts changes with what they say, and not with a codebook in which they could say more.
 */
export async function frozenLayout(
  engine: Engine,
  schemas: readonly FrozenSchema[] = FROZEN_SCHEMAS,
  { tables }: Pick<Codebook, "tables"> = SHIPPED,
): Promise<readonly FrozenSchema[]> {
  const layout: FrozenSchema[] = [];
  for (const schema of schemas) {
    const table = tables.find(({ name }) => name === schema.name);
    if (table === undefined) layout.push(schema);
    else if (sinceOf(table) === 1 || (await countRows(engine, table.name)) > 0) {
      const blank = await blankFields(engine, table);
      const columns = frozenColumns(table).filter(({ field }) => !blank.has(field.name));
      layout.push({ ...schema, columns: columns.map(({ name, type }) => ({ name, type })) });
    }
  }
  return layout;
}

async function blankFields(engine: Engine, table: Table): Promise<ReadonlySet<string>> {
  const later = laterFields(table);
  if (later.length === 0) return new Set();
  const entered = later.map(({ name }) => {
    const reason = identifier(`${name}_missing`);
    return `COUNT(*) FILTER (WHERE COALESCE(${reason}, '') <> 'not-entered') AS ${identifier(name)}`;
  });
  const [found] = await engine.rows(`SELECT ${entered.join(", ")} FROM ${identifier(table.name)}`);
  return new Set(later.flatMap(({ name }) => (Number(found?.[name]) === 0 ? [name] : [])));
}

const listsOf = ({ drugs, analytes }: Codebook): readonly List[] => [
  { table: "codebook_bone", code: "bone", choices: BONES },
  { table: "codebook_drug", code: "drug", choices: drugs },
  { table: "codebook_analyte", code: "analyte", choices: analytes },
];

interface List {
  readonly table: string;
  readonly code: string;
  readonly choices: readonly Choice[];
}

/** Takes the codes that came later than the first version out of the code tables, unless a chart uses them. A registry's own stay: they are what it added. */
export async function leaveOutUnused(engine: Engine, book: Codebook = SHIPPED): Promise<void> {
  for (const { table, code, choices } of listsOf(book)) {
    const later = choices.filter((choice) => sinceOf(choice) > 1);
    if (later.length === 0) continue;
    const among = (column: string): string =>
      `${identifier(column)} IN (${later.map((choice) => textLiteral(choice.code)).join(", ")})`;
    const used = book.tables.flatMap(({ name, fields }) =>
      fields.flatMap((field) =>
        field.type.kind === "choice" && field.type.choices.some((choice) => later.includes(choice))
          ? [`SELECT ${identifier(field.name)} FROM ${identifier(name)} WHERE ${among(field.name)}`]
          : [],
      ),
    );
    await engine.run(
      `DELETE FROM ${identifier(table)} WHERE ${among(code)} AND ${identifier(code)} NOT IN (${used.join(" UNION ")})`,
    );
  }
}

async function countRows(engine: Engine, table: string): Promise<number> {
  const [found] = await engine.rows(`SELECT COUNT(*) AS n FROM ${identifier(table)}`);
  return Number(found?.n);
}
