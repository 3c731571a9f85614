import { lists } from "@osteon/api";
import type { Analyte, Drug, Problem } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems, useProblemWords } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { LISTS_WORDS } from "./lists-words.ts";

interface Parts {
  readonly title: string;
  /** The entry as it is typed so far. */
  readonly entry: Drug | Analyte;
  /** The version that was read; a new entry has none. */
  readonly version: number | undefined;
  /** What is wrong with it beside the others of its list. */
  readonly problems: readonly Problem[];
  /** Whether something was typed, so that a new form does not begin with faults. */
  readonly isBegun: boolean;
  readonly onClose: (saved: boolean) => void;
  readonly children: ReactNode;
}

/** The frame of both forms: what is typed, what is wrong with it, why it is changed, and that it is written. */
export function EntryForm({ title, entry, version, problems, isBegun, onClose, children }: Parts) {
  const says = useWords(LISTS_WORDS);
  const inWords = useProblemWords();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await write(entry, version, reason);
      await readAgain(client, "/api/lists", "/api/codebook");
      onClose(true);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Panel title={title}>
        <div className="stack">
          {children}
          {isBegun && problems.length > 0 ? (
            <div className="notice warn" role="status">
              <p>{says.wrong}</p>
              <ul>
                {problems.map((problem) => {
                  const told = inWords(problem);
                  return (
                    <li key={`${problem.code} ${problem.where.column} ${told.says}`}>
                      {told.says} <span className="quiet-text">{told.fix}</span>
                    </li>
                  );
                })}
              </ul>
            </div>
          ) : null}
          {version === undefined ? null : (
            <Field label={says.reason} hint={says.reasonHint}>
              <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          )}
          <Problems error={error} />
          <div className="row">
            <button type="submit" className="primary" disabled={busy || problems.length > 0}>
              {version === undefined ? says.add : says.save}
            </button>
            <button type="button" className="quiet" onClick={() => onClose(false)}>
              {says.cancel}
            </button>
          </div>
        </div>
      </Panel>
    </form>
  );
}

async function write(entry: Drug | Analyte, version: number | undefined, reason: string): Promise<void> {
  const change = { params: { code: entry.code } };
  if ("scale" in entry) {
    const { bands, ...more } = entry;
    const { possible, plausible } = entry.limits;
    const analyte = {
      ...more,
      reported: [...entry.reported],
      limits: { possible: pair(possible), plausible: pair(plausible) },
      ...(bands && { bands: bands.map((band) => ({ ...band, plausible: pair(band.plausible) })) }),
    };
    if (version === undefined) await call(lists.addAnalyte, { body: { entry: analyte } });
    else await call(lists.changeAnalyte, { ...change, body: { entry: analyte, reason } }, { version });
    return;
  }
  const { usualUnits, ...more } = entry;
  const drug = { ...more, ...(usualUnits && { usualUnits: [...usualUnits] }) };
  if (version === undefined) await call(lists.addDrug, { body: { entry: drug } });
  else await call(lists.changeDrug, { ...change, body: { entry: drug, reason } }, { version });
}

const pair = ([low, high]: readonly [number, number]): [number, number] => [low, high];

/** The problems of the last entry of a list, as its checks count them. */
export const ofLast = (problems: readonly Problem[], entries: number): readonly Problem[] =>
  problems.filter(({ where }) => where.row === entries + 1);
