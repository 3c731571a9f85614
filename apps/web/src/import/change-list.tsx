import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { LongTable } from "./long-table.tsx";
import type { CellChange } from "./plan.ts";

/** Each cell that would change, before and after. */
export function ChangeList({ changes }: { readonly changes: readonly CellChange[] }) {
  const says = useWords(IMPORT_WORDS);
  const book = useBook();
  const words = ({ table, field }: CellChange, cell: string) =>
    cell === "" ? <em className="quiet-text">{says.blank}</em> : book.cell(table, field, cell);
  return (
    <LongTable<CellChange>
      caption={says.changes}
      rows={changes}
      columns={[
        { title: says.tableName, cell: ({ table }) => book.one(table) },
        { title: says.key, cell: ({ key }) => <span className="mono">{key}</span> },
        { title: says.row, number: true, cell: ({ row }) => row },
        { title: says.field, cell: ({ table, field }) => book.label(table, field) },
        { title: says.before, cell: (change) => <span className="import-was">{words(change, change.was)}</span> },
        { title: says.after, cell: (change) => <strong>{words(change, change.becomes)}</strong> },
      ]}
    />
  );
}
