import {
  ANALYTES,
  BONES,
  type Choice,
  CODEBOOK,
  DRUGS,
  type Field,
  frozenColumns,
  sinceOf,
  type Table,
} from "@osteon/codebook";
import { type Engine, identifier, textLiteral } from "@osteon/engine";
import { FROZEN_SCHEMAS, type FrozenSchema } from "./frozen-schema.ts";

/** The fields of a table that came to it later than itself; none of them is required. */
export const laterFields = ({ fields, ...table }: Table): readonly Field[] =>
  fields.filter((field) => sinceOf(field) > sinceOf(table));

/**
 * The tables and columns that a freeze of what stands in the engine has. A table that came later than the first version of the
 * codebook, a field later than its table, are there only where something was entered, and codes that came later only where they
 * are used: so the hash of charts changes with what they say, and not with a codebook in which they could say more.
 */
export async function frozenLayout(
  engine: Engine,
  schemas: readonly FrozenSchema[] = FROZEN_SCHEMAS,
): Promise<readonly FrozenSchema[]> {
  const layout: FrozenSchema[] = [];
  for (const schema of schemas) {
    const table = CODEBOOK.find(({ name }) => name === schema.name);
    if (table === undefined) layout.push(schema);
    else if (sinceOf(table) === 1 || (await count(engine, table.name, "TRUE")) > 0) {
      const blank = await blankFields(engine, table);
      const columns = frozenColumns(table).filter(({ field }) => !blank.has(field.name));
      layout.push({ ...schema, columns: columns.map(({ name, type }) => ({ name, type })) });
    }
  }
  return layout;
}

async function blankFields(engine: Engine, table: Table): Promise<ReadonlySet<string>> {
  const blank = new Set<string>();
  for (const { name } of laterFields(table)) {
    const entered = `COALESCE(${identifier(`${name}_missing`)}, '') <> 'not-entered'`;
    if ((await count(engine, table.name, entered)) === 0) blank.add(name);
  }
  return blank;
}

const LISTS: readonly { readonly table: string; readonly code: string; readonly choices: readonly Choice[] }[] = [
  { table: "codebook_bone", code: "bone", choices: BONES },
  { table: "codebook_drug", code: "drug", choices: DRUGS },
  { table: "codebook_analyte", code: "analyte", choices: ANALYTES },
];

/** Takes the codes that came later than the first version out of the code tables, unless a chart uses them. */
export async function leaveOutUnused(engine: Engine): Promise<void> {
  for (const { table, code, choices } of LISTS) {
    for (const later of choices.filter((choice) => sinceOf(choice) > 1)) {
      const is = (column: string): string => `${identifier(column)} = ${textLiteral(later.code)}`;
      let uses = 0;
      for (const { name, fields } of CODEBOOK)
        for (const field of fields) {
          const lists = field.type.kind === "choice" && field.type.choices.includes(later);
          if (lists) uses += await count(engine, name, is(field.name));
        }
      if (uses === 0) await engine.run(`DELETE FROM ${identifier(table)} WHERE ${is(code)}`);
    }
  }
}

async function count(engine: Engine, table: string, where: string): Promise<number> {
  const [found] = await engine.rows(`SELECT COUNT(*) AS n FROM ${identifier(table)} WHERE ${where}`);
  return Number(found?.n);
}
