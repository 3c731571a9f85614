import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { type TableCount, totalOf } from "./plan.ts";

/** Rows by table: new, changed, unchanged, rejected; tables that the file does not touch are left out. */
export function PlanTables({ tables }: { readonly tables: readonly TableCount[] }) {
  const says = useWords(IMPORT_WORDS);
  const book = useBook();
  const format = useFormat();
  const touched = tables.filter((one) => one.new + one.changed + one.unchanged + one.rejected > 0);
  const line = (name: string, count: Omit<TableCount, "table">) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="number">{format.number(count.new)}</td>
      <td className="number">{format.number(count.changed)}</td>
      <td className="number">{format.number(count.unchanged)}</td>
      <td className="number">
        {count.rejected > 0 ? <span className="chip bad">{format.number(count.rejected)}</span> : 0}
      </td>
    </tr>
  );
  return (
    <table className="table import-tables">
      <thead>
        <tr>
          <th scope="col">{says.tableName}</th>
          {[says.fresh, says.changed, says.unchanged, says.rejected].map((title) => (
            <th scope="col" key={title} className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{touched.map((one) => line(book.many(one.table), one))}</tbody>
      {touched.length > 1 ? <tfoot>{line(says.total, totalOf(touched))}</tfoot> : null}
    </table>
  );
}
