import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems, Waiting } from "../../design/told.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import { type Search, useSearchChange } from "../search.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { Decision } from "./decision.tsx";
import { ReadingList } from "./reading-list.tsx";
import { READING_WORDS } from "./reading-words.ts";
import { useReadings } from "./use-readings.ts";

interface Parts {
  readonly search: Search;
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly undecided: number }[];
}

/** Rows of one table that were read twice: how far the readers agree, and the decisions where they do not. */
export function ReadTables({ search, tables }: Parts) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const change = useSearchChange();
  const table = (tables.find((one) => one.table === search.table) ?? tables[0])?.table ?? "";
  const { readings, agreement, error, isPending } = useReadings(table);
  const chosen = readings.find(({ rowKey }) => rowKey === search.row) ?? readings[0];
  return (
    <>
      <search className="quality-filters wide">
        <Field label={says.table}>
          <select value={table} onChange={(event) => change({ table: event.target.value, row: "" })}>
            {tables.map(({ table: name, rows, undecided }) => (
              <option key={name} value={name}>
                {says.option(book.many(name), rows, undecided)}
              </option>
            ))}
          </select>
        </Field>
      </search>
      <Problems error={error} />
      {isPending ? <Waiting /> : null}
      <div className="reading-parts">
        <Panel title={says.rows} flush>
          <ReadingList readings={readings} chosen={chosen?.rowKey} />
        </Panel>
        {chosen === undefined ? null : (
          <Decision key={`${chosen.rowKey} ${chosen.decidedBy ?? ""}`} table={table} reading={chosen} />
        )}
      </div>
      <Panel title={says.agreement}>
        <p className="quiet-text small">{says.about}</p>
        <AgreementTable table={table} agreement={agreement} />
      </Panel>
    </>
  );
}
