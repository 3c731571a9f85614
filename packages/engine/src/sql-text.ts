import type { Cell } from "./cell.ts";
import type { LoadTable } from "./engine.ts";

/** A name of ours as SQL; quoted, since `end` or `order` may be one. Anything but snake_case throws. */
export function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${JSON.stringify(name)} is no snake_case name`);
  return `"${name}"`;
}

/** A cell as SQL. */
export function literal(cell: Cell): string {
  if (cell === null) return "NULL";
  if (typeof cell === "string") return textLiteral(cell);
  if (!Number.isSafeInteger(cell)) throw new Error(`${cell} is no whole number`);
  return String(cell);
}

/** A text as SQL. Both dialects take backslashes as they are; neither can hold U+0000. */
export function textLiteral(text: string): string {
  if (text.includes("\0")) throw new Error("a text with U+0000 cannot be put into SQL");
  return `'${text.replaceAll("'", "''")}'`;
}

/** The statement that makes a table; fails where one of that name exists. */
export function createTable(table: Pick<LoadTable, "name" | "columns">): string {
  return `CREATE TABLE ${signature(table)}`;
}

/** The statement that makes a table unless one of that name exists. */
export function createTableOnce(table: Pick<LoadTable, "name" | "columns">): string {
  return `CREATE TABLE IF NOT EXISTS ${signature(table)}`;
}

function signature({ name, columns }: Pick<LoadTable, "name" | "columns">): string {
  return `${identifier(name)} (${columns.map((column) => `${identifier(column.name)} ${column.type}`).join(", ")})`;
}
