import type { PageRow, PageTable } from "@osteon/api";
import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { reachable } from "../design/reachable.ts";
import { Shown } from "./behind.tsx";
import { useReportLanguage } from "./report-language.ts";

interface Parts {
  readonly table: PageTable;
  readonly shows?: (row: PageRow) => boolean;
  /** On a narrow screen each row becomes a block, for tables of sentences. */
  readonly stacks?: boolean;
}

/** A table of the report in a panel of its own. */
export function TablePanel(parts: Parts) {
  const lang = useReportLanguage();
  return (
    <Panel title={parts.table.title} lang={lang} flush>
      <ReportTable {...parts} />
    </Panel>
  );
}

/** A table of the report; every number in it can be opened. A row without cells is a heading, shown where rows follow. */
export function ReportTable({ table, shows, stacks, caption }: Parts & { readonly caption?: string }) {
  const lang = useReportLanguage();
  const [first = "", ...heads] = table.heads;
  const rows = shows === undefined ? table.rows : table.rows.filter((row) => row.cells.length === 0 || shows(row));
  const heading = (place: number) => rows[place]?.cells.length === 0;
  return (
    <>
      <div ref={reachable} className="scrolls" lang={lang}>
        <table className={stacks === true ? "table page-table stacks" : "table page-table"}>
          {caption === undefined ? null : <caption>{caption}</caption>}
          <thead>
            <tr>
              {first === "" ? <td /> : <th scope="col">{first}</th>}
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(rows, ({ label }) => label).map(({ key, item: row, place }) => {
              if (!heading(place)) return <Row key={key} row={row} heads={heads} />;
              if (place === rows.length - 1 || heading(place + 1)) return null;
              return (
                <tr key={key} className="heading">
                  <th scope="colgroup" colSpan={table.heads.length}>
                    {row.label}
                  </th>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {table.notes.length === 0 ? null : (
        <div className="table-notes" lang={lang}>
          {table.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </>
  );
}

function Row({ row, heads }: { readonly row: PageRow; readonly heads: readonly string[] }) {
  return (
    <tr>
      <th scope="row" className={row.level === undefined ? "" : `level-${row.level}`}>
        {row.label}
      </th>
      {row.cells.map((cell, column) => (
        <td key={heads[column] ?? column} data-head={heads[column]} className={cell.text === "" ? "empty" : ""}>
          <Shown cell={cell} />
        </td>
      ))}
    </tr>
  );
}
