import { addressOf, runs } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { Headlines, SpecificationPanels } from "./specification-panels.tsx";
import { STUDY_WORDS } from "./study-words.ts";

const SECOND = 1000;

/** How the headline numbers move over every combination of the assumptions. */
export function SensitivityPanel({ run }: { readonly run: string }) {
  const says = useWords(STUDY_WORDS);
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [going, setGoing] = useState(false);
  const params = { run };
  const state = useGet(runs.watchSensitivity, { params }, going ? { every: SECOND } : {});
  const now = state.data?.state;
  if (now !== undefined && (now === "running") !== going) setGoing(now === "running");
  async function start(): Promise<void> {
    setError(undefined);
    try {
      await call(runs.startSensitivity, { params });
      await readAgain(client, addressOf(runs.watchSensitivity, params));
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
        {now === "done" ? <Headlines run={run} /> : null}
        {state.isPending ? <Waiting /> : null}
      </Panel>
      {now === "done" ? <SpecificationPanels run={run} /> : null}
    </>
  );
}
