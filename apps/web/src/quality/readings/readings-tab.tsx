import { useState } from "react";
import { may, useMe } from "../../api/me.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import type { Search } from "../search.ts";
import { ReadRow } from "./read-row.tsx";
import { ReadTables } from "./read-tables.tsx";
import { READING_WORDS } from "./reading-words.ts";
import { useReadTables } from "./use-readings.ts";
import "./readings.css";

/** Rows that two people read apart: a reading is begun here, and what they differ in is decided. */
export function ReadingsTab({ search }: { readonly search: Search }) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const [reads, setReads] = useState(false);
  const mayRead = may(useMe(), "reading write");
  const { data, error, isPending } = useReadTables();
  if (reads) return <ReadRow onDone={() => setReads(false)} />;
  if (isPending) return <Waiting />;
  if (error !== null) return <Problems error={error} />;
  return (
    <>
      {mayRead ? (
        <div className="row">
          <button type="button" className="primary" onClick={() => setReads(true)}>
            {says.readRow}
          </button>
        </div>
      ) : null}
      {data.alone.length === 0 ? null : (
        <Panel title={says.waitFor}>
          <p className="quiet-text">{says.waitForAbout}</p>
          <ul>
            {data.alone.map(({ centre, table, patient, key }) => (
              <li key={`${centre} ${table} ${key}`}>
                <span className="mono">{patient}</span> · {book.one(table)} <span className="mono">{key}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {data.tables.length === 0 ? <Empty says={says.none} /> : <ReadTables search={search} tables={data.tables} />}
    </>
  );
}
