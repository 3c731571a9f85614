import type { Chart, Row } from "@osteon/api";
import { isComparator, type Table } from "@osteon/codebook";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../api/me.ts";
import { useRegistryBook } from "../book/registry-book.ts";
import { Panel } from "../design/page.tsx";
import { isKept, KeptNote } from "../frame/kept-note.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { byDay, rowsOf } from "./chart-rows.ts";
import { PATIENT_WORDS } from "./patient-words.ts";
import { useCellWords } from "./use-cell-words.ts";

interface Parts {
  readonly chart: Chart;
  readonly writes: boolean;
}

/** The chart as it is kept: every table of the codebook with its rows. */
export function ChartPanel({ chart, writes }: Parts) {
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const [shown, setShown] = useState("");
  const me = useMe();
  const { tables: all } = useRegistryBook();
  const tables = all.filter(({ name }) => shown === "" || name === shown);
  return (
    <div className="stack">
      <label className="row small no-print chart-choice">
        {says.filter}
        <select value={shown} onChange={(event) => setShown(event.target.value)}>
          <option value="">{says.all}</option>
          {all.map(({ name }) => (
            <option key={name} value={name}>
              {book.many(name)} {isKept(me, chart.centre, name) ? "" : `(${rowsOf(chart, name).length})`}
            </option>
          ))}
        </select>
      </label>
      {tables.map((table) => (
        <ChartTable key={table.name} chart={chart} table={table} writes={writes} />
      ))}
    </div>
  );
}

function ChartTable({ chart, table, writes }: Parts & { readonly table: Table }) {
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const me = useMe();
  const rows = byDay(rowsOf(chart, table.name));
  const fields = table.fields.filter(
    ({ name, type }) =>
      type.kind !== "key" &&
      name !== "patient" &&
      // The sign stands before the number.
      !isComparator(table, name) &&
      rows.some(({ cells }) => (cells[name] ?? "") !== ""),
  );
  const one = book.one(table.name);
  if (isKept(me, chart.centre, table.name))
    return (
      <Panel title={book.many(table.name)}>
        <KeptNote centre={chart.centre} of={[table.name]} />
      </Panel>
    );
  return (
    <Panel
      flush
      title={`${book.many(table.name)} (${rows.length})`}
      actions={
        writes && table.name !== "patient" ? (
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre: chart.centre, patient: chart.patient, table: table.name, key: "new" }}
            className="button quiet"
          >
            {says.add(one)}
          </Link>
        ) : undefined
      }
    >
      {rows.length === 0 ? null : (
        <div className="chart-rows">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{says.key}</th>
                {fields.map(({ name }) => (
                  <th scope="col" key={name}>
                    {book.label(table.name, name)}
                  </th>
                ))}
                <th scope="col">{says.rowState}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ChartLine key={row.key} chart={chart} row={row} fields={fields.map(({ name }) => name)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function ChartLine({
  chart,
  row,
  fields,
}: {
  readonly chart: Chart;
  readonly row: Row;
  readonly fields: readonly string[];
}) {
  const says = useWords(PATIENT_WORDS);
  const words = useCellWords(chart);
  const signed = chart.signatures.some(
    ({ visit, voidedAt }) => row.table === "visit" && visit === row.key && voidedAt === null,
  );
  return (
    <tr>
      <th scope="row" className="mono">
        <Link
          to="/centres/$centre/patients/$patient/$table/$key"
          params={{ centre: chart.centre, patient: chart.patient, table: row.table, key: row.key }}
        >
          {row.key}
        </Link>
      </th>
      {fields.map((field) => (
        <td key={field}>{words(row, field)}</td>
      ))}
      <td>
        {row.status === "draft" ? <span className="chip warn">{says.draft}</span> : null}
        {signed ? <span className="chip good">{says.signed}</span> : null}
      </td>
    </tr>
  );
}
