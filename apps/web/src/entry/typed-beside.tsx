import type { Table } from "@osteon/codebook";
import { Panel } from "../design/page.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { STANDING_WORDS } from "./standing-words.ts";
import { cellsOf, type Typed } from "./typed-cells.ts";

interface Parts {
  readonly table: Table;
  readonly typed: Typed;
  /** The cells of the registry. */
  readonly stored: Typed;
  /** Why it is not in the form. */
  readonly title: string;
  readonly lead: string;
  readonly onDiscard: () => void;
}

/** What was typed into a row that the form cannot hold, beside what the registry holds: never in its place. */
export function TypedBeside({ table, typed, stored, title, lead, onDiscard }: Parts) {
  const says = useWords(STANDING_WORDS);
  const entry = useWords(ENTRY_WORDS);
  const book = useBook();
  const cells = cellsOf(table, typed, useLanguage());
  const own = table.fields.filter(({ name }) => name in typed && cells[name] !== (stored[name] ?? ""));
  if (own.length === 0) return null;
  return (
    <Panel title={title}>
      <p>{lead}</p>
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{entry.field}</th>
              <th scope="col">{says.typed}</th>
              <th scope="col">{says.stored}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((field) => (
              <tr key={field.name}>
                <th scope="row">{book.label(table.name, field.name)}</th>
                <td>{book.cell(table.name, field.name, cells[field.name] ?? "") || entry.empty}</td>
                <td>{book.cell(table.name, field.name, stored[field.name] ?? "") || entry.empty}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" onClick={onDiscard}>
          {says.discard}
        </button>
      </p>
    </Panel>
  );
}
