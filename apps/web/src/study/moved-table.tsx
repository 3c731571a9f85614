import { runs } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useGet } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { RUNS_WORDS } from "./runs-words.ts";
import { STUDY_WORDS } from "./study-words.ts";

/** A number of two runs that is not the same in both: null where not estimable, missing where a run has no such number. */
export interface MovedNumber {
  readonly id: string;
  readonly unit: string;
  readonly before?: number | null;
  readonly after?: number | null;
  readonly words: {
    readonly title: string;
    readonly language: "en" | "de";
    readonly group?: string;
    readonly statistic: string;
    /** A limit, a test of normality, a point of a curve. */
    readonly isDetail: boolean;
  };
}

interface Parts {
  readonly run: string;
  readonly earlier: string;
  readonly numbers: readonly MovedNumber[];
}

/** So many are drawn at once; the others on demand. */
const AT_ONCE = 100;

/** The numbers that moved; each tells by which children. Limits and points of curves are many, and shown where they are asked for. */
export function MovedTable({ run, earlier, numbers }: Parts) {
  const says = useWords(RUNS_WORDS);
  const format = useFormat();
  const { notEstimable } = useWords(STUDY_WORDS);
  const [asked, setAsked] = useState<string>();
  const [withDetails, setWithDetails] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const isDetail = ({ words }: MovedNumber) => words.isDetail;
  const listed = withDetails ? numbers : numbers.filter((one) => !isDetail(one));
  const text = (value: number | null | undefined, unit: string): string => {
    if (value === undefined) return says.missing;
    if (value === null) return notEstimable;
    return `${format.number(value, Number.isInteger(value) ? 0 : 4)} ${unit}`.trim();
  };
  if (numbers.length === 0) return <p>{says.nothingMoved}</p>;
  return (
    <>
      <p className="row">
        <strong>{says.moved(numbers.length)}</strong>
        {numbers.some(isDetail) ? (
          <label className="row">
            <input type="checkbox" checked={withDetails} onChange={({ target }) => setWithDetails(target.checked)} />
            {says.details}
          </label>
        ) : null}
      </p>
      <div className="scrolls">
        <table className="table moved">
          <thead>
            <tr>
              <th scope="col">{says.number}</th>
              <th scope="col" className="number">
                {says.before}
              </th>
              <th scope="col" className="number">
                {says.after}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, most).map(({ id, unit, before, after, words }) => (
              <tr key={id}>
                <th scope="row">
                  <span lang={words.language}>{words.title}</span>
                  {words.group === undefined ? "" : `, ${words.group}`}: {words.statistic}{" "}
                  <span className="mono small quiet-text">{id}</span>
                </th>
                <td className="number">{text(before, unit)}</td>
                <td className="number">{text(after, unit)}</td>
                <td>
                  <button type="button" className="quiet" aria-label={says.byWhomOf(id)} onClick={() => setAsked(id)}>
                    {says.byWhom}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {listed.length <= most ? null : (
        <p>
          <button type="button" onClick={() => setMost(listed.length)}>
            {says.more(listed.length - most)}
          </button>
        </p>
      )}
      <Dialog open={asked !== undefined} title={says.byWhom} onClose={() => setAsked(undefined)}>
        {asked === undefined ? null : (
          <div className="behind">
            <MovedBy run={run} earlier={earlier} result={asked} />
          </div>
        )}
      </Dialog>
    </>
  );
}

function MovedBy({ run, earlier, result }: Omit<Parts, "numbers"> & { readonly result: string }) {
  const says = useWords(RUNS_WORDS);
  const by = useGet(runs.listMovedBy, { params: { run }, query: { with: earlier, result } });
  if (by.data === undefined) return by.isPending ? <Waiting /> : <Problems error={by.error} />;
  return (
    <div className="stack">
      <p className="mono">{result}</p>
      {by.data.children.length === 0 ? <p>{says.nobody}</p> : null}
      <ul className="plain">
        {by.data.children.map(({ centre, patient, was }) => (
          <li key={`${centre} ${patient}`}>
            <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} className="mono">
              {patient}
            </Link>{" "}
            {says[was]}
          </li>
        ))}
      </ul>
    </div>
  );
}
