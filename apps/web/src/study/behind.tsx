import { Link } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useGet } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { Clock, PageCell, Result } from "./pages-data.ts";
import { STUDY_WORDS } from "./study-words.ts";

type Open = (result: string, clock?: Clock) => void;

const BehindContext = createContext<Open>(() => {});

/** Opens what stands behind a number. */
export const useBehind = (): Open => useContext(BehindContext);

interface Members {
  readonly asked: Result;
  readonly result: string;
  readonly patients: readonly string[];
}

/** Every number inside can be opened: its method, and the children behind it. */
export function Behind({ run, children }: { readonly run: string; readonly children: ReactNode }) {
  const says = useWords(STUDY_WORDS);
  const [opened, setOpened] = useState<{ readonly result: string; readonly clock: Clock }>();
  const open = useMemo<Open>(
    () =>
      (result, clock = "diagnosis") =>
        setOpened({ result, clock }),
    [],
  );
  return (
    <BehindContext value={open}>
      {children}
      <Dialog open={opened !== undefined} title={says.behind} onClose={() => setOpened(undefined)}>
        {opened === undefined ? null : <Content run={run} {...opened} />}
      </Dialog>
    </BehindContext>
  );
}

function Content({ run, result, clock }: { readonly run: string; readonly result: string; readonly clock: Clock }) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const members = useGet<Members>(`/api/runs/${run}/members?result=${encodeURIComponent(result)}&clock=${clock}`);
  if (members.data === undefined) return members.isPending ? <Waiting /> : <Problems error={members.error} />;
  const { asked, result: counted, patients } = members.data;
  return (
    <>
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
      </dl>
      {counted === asked.id ? null : <p className="quiet-text">{says.comesFrom(counted)}</p>}
      <h3>{says.children(patients.length)}</h3>
      <ul className="members">
        {patients.map((patient) => (
          <li key={patient}>
            <Link to="/patients/$patient" params={{ patient }} className="mono">
              {patient}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A number of a page; where it is a result it can be opened. */
export function Shown({ cell, clock }: { readonly cell: PageCell; readonly clock?: Clock }) {
  const open = useBehind();
  const { text, result } = cell;
  if (result === undefined) return text;
  return (
    <button type="button" className="number-link" onClick={() => open(result, clock)}>
      {text}
    </button>
  );
}
