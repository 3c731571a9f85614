import type { Clock, Members } from "@osteon/api";
import { runPages } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useGet } from "../api/use-get.ts";
import { Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { useResultWords } from "./result-words.ts";
import { STUDY_WORDS } from "./study-words.ts";
import "./number-in-r.css";

type Cell = number | string | null;

interface Parts {
  readonly run: string;
  readonly result: string;
  readonly clock: Clock;
}

/** What stands behind a number: its result, how it was computed, and the children with what their tally says of them. */
export function BehindNumber({ run, result, clock }: Parts) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const members = useGet(runPages.listMembers, { params: { run }, query: { result, clock } });
  const words = useResultWords(members.data?.curve);
  if (members.data === undefined) return members.isPending ? <Waiting /> : <Problems error={members.error} />;
  const { asked, counts, exact, children, r } = members.data;
  return (
    <div className="stack">
      {words.title(asked.id) === undefined ? null : <h3>{words.title(asked.id)}</h3>}
      <dl className="facts">
        <dt>{says.result}</dt>
        <dd className="mono">{asked.id}</dd>
        <dt>{says.value}</dt>
        <dd>
          {asked.value === null
            ? `${says.notEstimable}${asked.because === undefined ? "" : `: ${asked.because}`}`
            : `${format.number(asked.value, Number.isInteger(asked.value) ? 0 : 4)} ${asked.unit}`}
        </dd>
        <dt>{says.method}</dt>
        <dd lang="en">{asked.method}</dd>
        <dt>{says.tallyName}</dt>
        <dd className="mono">{asked.tally}</dd>
      </dl>
      {exact ? null : <p className="quiet-text">{says.comesFrom(counts.join(", "))}</p>}
      {r === undefined ? null : <InR run={run} r={r} />}
      <h3>{says.children(children.length)}</h3>
      {children.length === 0 ? null : (
        <Children of={children} columns={members.data.columns} cells={members.data.cells} words={words} />
      )}
    </div>
  );
}

/** The number again, outside: its analysis table and the lines of R that give it. */
function InR({ run, r }: { readonly run: string; readonly r: NonNullable<Members["r"]> }) {
  const says = useWords(STUDY_WORDS);
  return (
    <details className="in-r">
      <summary>{says.inR}</summary>
      <div className="stack">
        <p className="quiet-text small">{says.inRSays(`${r.table}.csv`)}</p>
        <pre lang="en">{r.call}</pre>
        {r.needs.length === 0 ? null : <p className="quiet-text small">{says.inRNeeds(r.needs.join(", "))}</p>}
        <p>
          <a className="button" href={`/api/runs/${run}/tables/${r.table}`} download>
            {says.inRTable(`${r.table}.csv`)}
          </a>
        </p>
      </div>
    </details>
  );
}

interface ChildrenParts extends Pick<Members, "columns" | "cells"> {
  readonly of: Members["children"];
  readonly words: ReturnType<typeof useResultWords>;
}

function Children({ of, columns, cells, words }: ChildrenParts) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const text = (cell: Cell | undefined) => (typeof cell === "number" ? format.number(cell) : (cell ?? "–"));
  return (
    <div className="scrolls">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.child}</th>
            {columns.map((column) => (
              <th key={column} scope="col" {...(words.column(column) === undefined ? { lang: "en" } : {})}>
                {words.column(column) ?? column.replaceAll("_", " ")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map(({ centre, patient }, place) => (
            <tr key={`${centre} ${patient}`}>
              <th scope="row">
                <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} className="mono">
                  {patient}
                </Link>
              </th>
              {columns.map((column, at) => (
                <td key={column} {...(words.column(column) === undefined ? { lang: "en" } : {})}>
                  {(cells[place] ?? [])
                    .map((cell) => words.cell(column, cell[at] ?? null) ?? text(cell[at]))
                    .join(", ")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
