import { Link } from "@tanstack/react-router";
import { useLongList } from "../design/long-list.ts";
import { Empty, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { useColumns } from "./columns.tsx";
import { PATIENTS_WORDS } from "./patients-words.ts";
import type { PatientList } from "./use-patients.ts";

/** Height of a line, in pixels. */
const LINE = 41;

/** The list as a table of which only the lines in sight are drawn; more are read before the end is reached. */
export function PatientTable({ list, columns }: { readonly list: PatientList; readonly columns: readonly string[] }) {
  const says = useWords(PATIENTS_WORDS);
  const shown = useColumns().filter(({ name }) => columns.includes(name));
  const lines = list.data?.pages.flatMap(({ patients }) => patients) ?? [];
  const { hasNextPage } = list;
  const { body, drawn, above, below, press } = useLongList(lines.length, LINE, list);

  if (list.isPending) return <Waiting />;
  if (lines.length === 0) return <Empty says={says.none} />;
  return (
    <>
      <p className="quiet-text small" role="status">
        {says.shown(lines.length, hasNextPage)} <span className="no-print">· {says.keys}</span>
      </p>
      <div className="panel scrolls">
        <table className="table patient-list" aria-rowcount={hasNextPage ? -1 : lines.length + 1}>
          <caption className="unseen">{says.list}</caption>
          <thead>
            <tr>
              <th scope="col">{says.search}</th>
              {shown.map(({ name, title, number }) => (
                <th scope="col" key={name} className={number ? "number" : ""}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {above > 0 ? <tr style={{ height: above }} /> : null}
            {drawn.map((index) => {
              const line = lines[index];
              return line === undefined ? null : (
                <tr key={line.patient} data-line={index} aria-rowindex={index + 2}>
                  <th scope="row" className="mono">
                    <Link
                      to="/patients/$patient"
                      params={{ patient: line.patient }}
                      className="whole-line"
                      onKeyDown={(event) => press(event, index)}
                    >
                      {line.patient}
                    </Link>
                  </th>
                  {shown.map(({ name, number, cell }) => (
                    <td key={name} className={number ? "number" : ""}>
                      {cell(line)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {below > 0 ? <tr style={{ height: below }} /> : null}
          </tbody>
        </table>
      </div>
    </>
  );
}
