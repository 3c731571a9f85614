import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { STUDY_WORDS } from "./study-words.ts";

interface State {
  readonly state: "none" | "running" | "done" | "failed";
  readonly done?: number;
  readonly of?: number;
}

interface Outcomes {
  readonly headlines: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly published?: number;
  }[];
  readonly outcomes: readonly { readonly headline: string; readonly primary: boolean; readonly value: number | null }[];
}

const SECOND = 1000;

/** How the headline numbers move over every combination of the assumptions. */
export function SensitivityPanel({ run }: { readonly run: string }) {
  const says = useWords(STUDY_WORDS);
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [going, setGoing] = useState(false);
  const path = `/api/runs/${run}/sensitivity`;
  const state = useGet<State>(path, going ? { every: SECOND } : {});
  const now = state.data?.state;
  if (now !== undefined && (now === "running") !== going) setGoing(now === "running");
  async function start(): Promise<void> {
    setError(undefined);
    try {
      await send("POST", path);
      await readAgain(client, path);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <>
      <Panel title={says.sensitivity}>
        <p>{says.sensitivityLead}</p>
        <Problems error={error ?? state.error} />
        {now === "failed" ? <p className="notice bad">{says.failed}</p> : null}
        {now === "none" || now === "failed" ? (
          <p>
            <button type="button" className="primary" onClick={() => void start()}>
              {says.startSensitivity}
            </button>
          </p>
        ) : null}
        {now === "running" ? (
          <p role="status" className="stack">
            <progress
              aria-label={says.progress}
              max={state.data?.of === 0 ? undefined : state.data?.of}
              value={state.data?.of === 0 ? undefined : state.data?.done}
            />
            {says.running} {state.data?.done}/{state.data?.of}
          </p>
        ) : null}
        {now === "done" ? <OutcomeTable path={path} /> : null}
        {state.isPending ? <Waiting /> : null}
      </Panel>
      {now === "done" ? <Charts path={path} /> : null}
    </>
  );
}

function OutcomeTable({ path }: { readonly path: string }) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const outcomes = useGet<Outcomes>(`${path}/outcomes.json`);
  if (outcomes.data === undefined) return <Waiting />;
  const { headlines, outcomes: all } = outcomes.data;
  return (
    <div className="scrolls">
      <table className="table">
        <caption>{says.specifications(all.length / headlines.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{says.headline}</th>
            {[says.lowest, says.primary, says.highest, says.printed].map((head) => (
              <th scope="col" key={head} className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {headlines.map(({ id, title, unit, published }) => {
            const own = all.filter(({ headline }) => headline === id);
            const values = own.flatMap(({ value }) => (value === null ? [] : [value]));
            const primary = own.find((one) => one.primary)?.value;
            const text = (value: number | null | undefined) =>
              value === null || value === undefined || !Number.isFinite(value) ? "–" : format.number(value);
            return (
              <tr key={id}>
                <th scope="row" lang="en">
                  {title} ({unit})
                </th>
                <td className="number">{text(Math.min(...values))}</td>
                <td className="number">{text(primary)}</td>
                <td className="number">{text(Math.max(...values))}</td>
                <td className="number">{text(published)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Charts({ path }: { readonly path: string }) {
  const outcomes = useGet<Outcomes>(`${path}/outcomes.json`);
  return (outcomes.data?.headlines ?? []).map(({ id, title }) => {
    const name = id.replaceAll(/[^a-z0-9]+/g, "-");
    return (
      <Panel
        key={id}
        title={title}
        actions={
          <span className="row small">
            <a href={`${path}/${name}.svg`} download aria-label={`${title}, SVG`}>
              SVG
            </a>
            <a href={`${path}/${name}.png`} download aria-label={`${title}, PNG`}>
              PNG
            </a>
          </span>
        }
      >
        <figure className="report-figure">
          <img
            src={`${path}/${name}.svg`}
            alt={`${title} under every combination of the assumptions, from the lowest to the highest.`}
            lang="en"
          />
        </figure>
      </Panel>
    );
  });
}
