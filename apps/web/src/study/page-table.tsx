import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { Shown } from "./behind.tsx";
import type { PageRow, PageTable, Section } from "./pages-data.ts";

/** A table of the report; every number in it can be opened. */
export function TablePanel({
  table,
  shows,
}: {
  readonly table: PageTable;
  readonly shows?: (row: PageRow) => boolean;
}) {
  const [first = "", ...heads] = table.heads;
  const rows = shows === undefined ? table.rows : table.rows.filter((row) => row.cells.length === 0 || shows(row));
  return (
    <Panel title={table.title} flush>
      <div className="scrolls" lang="en">
        <table className="table page-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(rows, ({ label }) => label).map(({ key, item: row, place }) =>
              row.cells.length === 0 ? (
                rows[place + 1]?.cells.length === 0 || place === rows.length - 1 ? null : (
                  <tr key={key} className="heading">
                    <th scope="colgroup" colSpan={table.heads.length}>
                      {row.label}
                    </th>
                  </tr>
                )
              ) : (
                <tr key={key}>
                  <th scope="row" className={row.level === undefined ? "" : `level-${row.level}`}>
                    {row.label}
                  </th>
                  {row.cells.map((cell, column) => (
                    <td key={heads[column] ?? column}>
                      <Shown cell={cell} />
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      {table.notes.length === 0 ? null : (
        <div className="table-notes" lang="en">
          {table.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** Parts of a text whose numbers can be opened. */
export function Sections({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <div className="prose" lang="en">
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading} aria-label={heading}>
          <h3>{heading}</h3>
          {keyed(paragraphs, textOf).map(({ key, item: parts }) => (
            <p key={key}>
              {keyed(parts, (part) => textOf([part])).map(({ key: own, item: part }) =>
                typeof part === "string" ? part : <Shown key={own} cell={part} />,
              )}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

const textOf = (parts: Section["paragraphs"][number]): string =>
  parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
