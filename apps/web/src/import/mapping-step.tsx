import { keyOf, type Written } from "@osteon/codebook";
import { useState } from "react";
import { tableNamed } from "../book/registry-book.ts";
import { Panel } from "../design/page.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { type CsvFile, isBlank } from "./csv-file.ts";
import { HowWritten } from "./how-written.tsx";
import { IMPORT_WORDS } from "./import-words.ts";
import { type Because, proposeColumns, rememberColumns } from "./mapping.ts";
import type { Mapped } from "./use-import.ts";
import { ValueMapping } from "./value-mapping.tsx";
import { type Meant, meaningOf, strangeValues, translationOf } from "./values.ts";
import { writingOf } from "./writing-of.ts";

interface Parts {
  readonly csv: CsvFile;
  readonly table: string;
  readonly onBack: () => void;
  readonly onNext: (mapped: Mapped) => void;
}

const SAMPLES = 3;

/** Which column of the file stands for which field; columns may be left out. */
export function MappingStep({ csv, table, onBack, onNext }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const book = useBook();
  const [proposed] = useState(() => proposeColumns(table, csv.headers));
  const [fields, setFields] = useState(() => proposed.map(({ field }) => field));
  const columns = csv.headers.map((header, place) => ({ header, place }));
  const names = tableNamed(table).fields.map(({ name }) => name);
  const key = keyOf(tableNamed(table)).name;
  const absent = names.filter((name) => !fields.includes(name));
  const isTwice = (field: string | undefined): boolean =>
    field !== undefined && fields.filter((one) => one === field).length > 1;
  const rows = csv.records.filter((record) => !isBlank(record)).length;
  const ready = !absent.includes(key) && !fields.some(isTwice) && csv.broken.length === 0 && rows > 0;

  const writing = writingOf(csv, table, fields);
  const [chosen, setChosen] = useState<Written>();
  const written = chosen ?? writing.written;
  const strange = strangeValues(csv, table, fields);
  const [meant, setMeant] = useState<Meant>({});
  const values = meaningOf(strange, meant);
  const because: Readonly<Record<Because, string>> = {
    name: says.byName,
    label: says.byLabel,
    remembered: says.remembered,
  };
  const choose = (place: number, field: string) =>
    setFields((before) => before.map((one, at) => (at === place ? field || undefined : one)));
  return (
    <Panel
      title={`${says.mapping}: ${book.many(table)}`}
      actions={<span className="quiet-text">{says.rowsOf(rows)}</span>}
    >
      {csv.encoding === undefined ? null : <p className="notice warn">{says.encoding(csv.encoding)}</p>}
      {csv.broken.length === 0 ? null : (
        <p className="notice bad">{says.brokenRows(csv.broken.slice(0, 10).join(", "))}</p>
      )}
      {rows === 0 ? <p className="notice bad">{says.noRows}</p> : null}
      <table className="table import-mapping">
        <thead>
          <tr>
            <th scope="col">{says.inFile}</th>
            <th scope="col">{says.samples}</th>
            <th scope="col">{says.inBook}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, place }) => {
            const field = fields[place];
            const proposal = proposed[place];
            return (
              <tr key={place} className={field === undefined ? "left-out" : ""}>
                <th scope="row" translate="no">
                  {header}
                </th>
                <td className="quiet-text" translate="no">
                  {samplesOf(csv, place)}
                </td>
                <td>
                  <div className="import-field">
                    <select
                      aria-label={`${says.inBook}: ${header}`}
                      aria-invalid={isTwice(field)}
                      value={field ?? ""}
                      onChange={(event) => choose(place, event.target.value)}
                    >
                      <option value="">{says.leaveOut}</option>
                      {names.map((name) => (
                        <option key={name} value={name}>
                          {book.label(table, name)}
                          {book.label(table, name) === name ? "" : ` (${name})`}
                        </option>
                      ))}
                    </select>
                    {isTwice(field) ? <span className="import-wrong">{says.twice}</span> : null}
                    {!isTwice(field) && proposal?.because !== undefined && proposal.field === field ? (
                      <span className="quiet-text small">{because[proposal.because]}</span>
                    ) : null}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {writing.examples.length === 0 ? null : (
        <HowWritten
          chosen={written}
          examples={writing.examples}
          readings={writing.readings(written)}
          detected={chosen === undefined && writing.written !== undefined}
          onChoose={setChosen}
        />
      )}
      {strange.length === 0 ? null : (
        <section className="stack">
          <h3>{says.values}</h3>
          <ValueMapping
            columns={strange}
            values={values}
            onMean={(place, value, code) => setMeant((before) => ({ ...before, [`${place} ${value}`]: code }))}
          />
        </section>
      )}
      {absent.includes(key) ? <p className="notice bad">{says.needKey(book.label(table, key))}</p> : null}
      {absent.length > 0 && !absent.includes(key) ? (
        <p className="notice">
          {says.absent} {absent.map((name) => book.label(table, name)).join(", ")}
        </p>
      ) : null}
      <div className="row">
        {ready && written !== undefined ? (
          <button
            type="button"
            className="primary"
            onClick={() => {
              rememberColumns(table, csv.headers, fields);
              onNext({ fields, values, written: written ?? "codebook", translated: translationOf(strange, values) });
            }}
          >
            {says.toCheck}
          </button>
        ) : null}
        <button type="button" onClick={onBack}>
          {says.back}
        </button>
      </div>
    </Panel>
  );
}

/** The first values of a column that differ. */
function samplesOf({ records }: CsvFile, place: number): string {
  const found = new Set<string>();
  for (const record of records) {
    const cell = record[place] ?? "";
    if (cell !== "") found.add(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
    if (found.size === SAMPLES) break;
  }
  return [...found].join(" · ");
}
