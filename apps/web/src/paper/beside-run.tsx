import type { Binding, BoundNumber } from "@osteon/api";
import { runs as api, papers } from "@osteon/api";
import { useState } from "react";
import { call } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { PAPER_WORDS } from "./paper-words.ts";

interface Parts {
  readonly lines: readonly string[];
  readonly onWrong: (numbers: readonly BoundNumber[]) => void;
}

/** The text laid beside a finished run of the study: which numbers are not what its results say. */
export function BesideRun({ lines, onWrong }: Parts) {
  const says = useWords(PAPER_WORDS);
  const format = useFormat();
  const runs = useGet(api.listRuns, {});
  const [chosen, setChosen] = useState("");
  const [binding, setBinding] = useState<Binding>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const done = runs.data?.runs.filter(({ state }) => state === "done") ?? [];
  if (done.length === 0) return null;
  async function bind(run: string): Promise<void> {
    setChosen(run);
    setBinding(undefined);
    onWrong([]);
    setError(undefined);
    if (run === "") return;
    setBusy(true);
    try {
      const { body } = await call(papers.bindPaper, { params: { run }, body: { lines: [...lines] } });
      setBinding(body);
      onWrong(body.numbers.filter(({ status }) => status !== "equal"));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  const wrong = binding?.numbers.filter(({ status }) => status !== "equal") ?? [];
  return (
    <Panel title={says.beside}>
      <p className="quiet-text">{says.besideAbout}</p>
      <Field label={says.run}>
        <select value={chosen} disabled={busy} onChange={(event) => void bind(event.target.value)}>
          <option value="">{says.chooseRun}</option>
          {done.map(({ run, study, askedAt }) => (
            <option key={run} value={run}>
              {study}, {format.dateTime(askedAt)}
            </option>
          ))}
        </select>
      </Field>
      <Problems error={error} />
      {busy ? <Waiting /> : null}
      {binding === undefined ? null : (
        <>
          <p role="status">
            {says.equal(binding.numbers.length - wrong.length, binding.numbers.length + binding.unmatched.length)}{" "}
            {binding.unmatched.length === 0 ? "" : says.unbound(binding.unmatched.length)}
          </p>
          <ul className="bound-numbers">
            {wrong.map((one, place) => (
              <li key={`${one.line} ${one.printed} ${place.toString()}`}>
                <strong>{one.printed}</strong>: {one.status === "equal" ? "" : says[one.status]}
                {one.expected === undefined ? "" : `, ${says.expected(one.expected)}`}{" "}
                <a href={`#line-${one.line}`}>{says.place("", one.line)}</a>
                <blockquote>{one.quote}</blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
