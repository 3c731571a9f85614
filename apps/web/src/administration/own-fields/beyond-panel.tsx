import { ownFields } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import { OWN_FIELDS_WORDS } from "./own-fields-words.ts";

/** What was entered before a field was narrowed and would not be taken now; nothing where there is none. */
export function BeyondPanel() {
  const says = useWords(OWN_FIELDS_WORDS);
  const book = useBook();
  const values = useGet(ownFields.listBeyond, {}).data?.values ?? [];
  if (values.length === 0) return null;
  return (
    <Panel title={says.beyond} flush>
      <p className="quiet-text own-lead">{says.beyondLead}</p>
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              {[says.child, says.table, says.row, says.field, says.value].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {values.map(({ centre, patient, table, key, field, value }) => (
              <tr key={`${centre} ${table} ${key} ${field}`}>
                <td>{patient}</td>
                <td>{book.many(table)}</td>
                <td>
                  <Link
                    className="mono"
                    to="/centres/$centre/patients/$patient/$table/$key"
                    params={{ centre, patient, table, key }}
                  >
                    {key}
                  </Link>
                </td>
                <td>{book.label(table, field)}</td>
                <td>{book.cell(table, field, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
