import { Link } from "@tanstack/react-router";
import { useLongList } from "../design/long-list.ts";
import { Empty, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { useColumns } from "./columns.tsx";
import { FirstScreen } from "./first-screen.tsx";
import { PATIENTS_WORDS } from "./patients-words.ts";
import { SortHead } from "./sort-head.tsx";
import { isFiltered, type PatientList, type PatientSearch } from "./use-patients.ts";

/** Height of a line, in pixels. */
const LINE = 41;
/** A pseudonym of more letters is written smaller, in lines, and whole. */
const LONG = 16;

interface Parts {
  readonly list: PatientList;
  readonly filter: PatientSearch;
  readonly columns: readonly string[];
}

/** The list as a table of which only the lines in sight are drawn; more are read before the end is reached. */
export function PatientTable({ list, filter, columns }: Parts) {
  const says = useWords(PATIENTS_WORDS);
  const shown = useColumns().filter(({ name }) => columns.includes(name));
  const lines = list.data?.pages.flatMap(({ patients }) => patients) ?? [];
  const { hasNextPage } = list;
  const { body, drawn, above, below, press } = useLongList(lines.length, LINE, list);

  if (list.isPending) return <Waiting />;
  if (list.data === undefined) return null;
  if (lines.length === 0) return isFiltered(filter) ? <Empty says={says.none} /> : <FirstScreen />;
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
              <SortHead column={{ title: says.search, sort: "patient" }} filter={filter} />
              {shown.map((column) => (
                <SortHead key={column.name} column={column} filter={filter} />
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {above > 0 ? <tr style={{ height: above }} /> : null}
            {drawn.map((index) => {
              const line = lines[index];
              return line === undefined ? null : (
                <tr key={`${line.centre} ${line.patient}`} data-line={index} aria-rowindex={index + 2}>
                  <th scope="row" className={line.patient.length > LONG ? "mono long" : "mono"}>
                    <Link
                      to="/centres/$centre/patients/$patient"
                      params={{ centre: line.centre, patient: line.patient }}
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
