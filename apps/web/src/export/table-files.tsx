import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { EXPORT_WORDS } from "./export-words.ts";

interface Parts {
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly drafts: number }[];
  readonly onTake: (table: string) => void;
}

/** Each table with its rows and a file of its own. */
export function TableFiles({ tables, onTake }: Parts) {
  const says = useWords(EXPORT_WORDS);
  const book = useBook();
  const format = useFormat();
  return (
    <div className="scrolls">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.tableAndFile}</th>
            <th scope="col" className="number">
              {says.rows}
            </th>
            <th scope="col" className="number">
              {says.draftRows}
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, rows, drafts }) => (
            <tr key={table}>
              <th scope="row">
                {book.many(table)}
                <br />
                <button type="button" className="link mono" onClick={() => onTake(table)}>
                  {`${table}.csv`}
                </button>
              </th>
              <td className="number">{format.number(rows)}</td>
              <td className="number">{format.number(drafts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
