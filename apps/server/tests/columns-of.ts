import { tableNamed } from "@osteon/codebook";
import { csvText, parseTable } from "@osteon/interop";

/** The columns of a table's CSV text that another text of it has: without those of later versions of the codebook. */
export function columnsOf(table: string, text: string, like: string): string {
  const book = tableNamed(table);
  const header = like.slice(0, like.indexOf("\n")).split(",");
  const { table: read } = parseTable(Buffer.from(text), `${table}.csv`, book);
  const fields = book.fields.filter(({ name }) => header.includes(name));
  return csvText({ ...book, fields }, read?.rows.map(({ cells }) => cells) ?? []);
}
