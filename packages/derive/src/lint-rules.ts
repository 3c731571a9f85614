import { type Protocol, type ProtocolTable, protocolTables } from "@osteon/protocol";
import type { Model } from "./model.ts";
import { tablesRead } from "./tables-read.ts";

/** A column of the protocol that a model reads and no rule gives. */
export interface UnknownColumn {
  readonly model: string;
  /** From 1. */
  readonly line: number;
  readonly table: string;
  readonly column: string;
  /** What the table has. */
  readonly columns: readonly string[];
}

type Text = Pick<Model, "name" | "sql">;

/** Columns of protocol tables that models read and that the protocol does not give. */
export function unknownColumns(models: readonly Text[], protocol: Protocol): readonly UnknownColumn[] {
  const tables = new Map(protocolTables(protocol).map((table) => [table.name, table]));
  return models.flatMap((model) =>
    columnsRead(model, tables).flatMap(({ line, table, column }) => {
      const columns = table.columns.map(({ name }) => name);
      return columns.includes(column) ? [] : [{ model: model.name, line, table: table.name, column, columns }];
    }),
  );
}

/** Rules of which no model reads a value, by name; a sentence alone asks for no reader. */
export function unreadRules(models: readonly Text[], protocol: Protocol): readonly string[] {
  const tables = new Map(protocolTables(protocol).map((table) => [table.name, table]));
  const read = new Set(
    models.flatMap((model) =>
      columnsRead(model, tables).flatMap(({ table, column }) => (table.name === "protocol_rule" ? [column] : [])),
    ),
  );
  return Object.entries(protocol.rules).flatMap(([name, rule]) => {
    const [own] = protocolTables({ ...protocol, rules: { [name]: rule } }).filter(
      (table) => table.name === "protocol_rule",
    );
    const columns = own?.columns ?? [];
    return columns.length === 0 || columns.some((column) => read.has(column.name)) ? [] : [name];
  });
}

/** Every `alias.column` of a protocol table, where it stands. */
function columnsRead({ sql }: Text, tables: ReadonlyMap<string, ProtocolTable>) {
  const lines = sql.split("\n").map((line) => line.replace(/--.*$/, "").replaceAll(/'[^']*'/g, "''"));
  const aliases = new Map(
    tablesRead(sql).flatMap(({ text, alias }) => {
      const table = tables.get(text);
      return table === undefined ? [] : [[alias ?? text, table] as const];
    }),
  );
  return lines.flatMap((code, index) =>
    [...code.matchAll(/\b([a-z_]\w*)\.([a-z_]\w*)/gi)].flatMap(([, alias = "", column = ""]) => {
      const table = aliases.get(alias);
      return table === undefined ? [] : [{ line: index + 1, table, column }];
    }),
  );
}
