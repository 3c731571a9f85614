import type { Run } from "@osteon/api";
import { runs } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { ConfirmDialog } from "../administration/confirm-dialog.tsx";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { RUNS_WORDS } from "./runs-words.ts";

/** A run is named, kept, and thrown away. */
export function RunActions({ run }: { readonly run: Run }) {
  const says = useWords(RUNS_WORDS);
  const client = useQueryClient();
  const goTo = useNavigate();
  const [asks, setAsks] = useState<"name" | "throw-away">();
  const [error, setError] = useState<unknown>();
  const params = { run: run.run };
  async function change(body: { readonly name?: string | null; readonly kept?: boolean }): Promise<void> {
    setError(undefined);
    await call(runs.nameRun, { params, body });
    await readAgain(client, "/api/runs");
  }
  return (
    <>
      <Problems error={error} />
      {run.kept ? <span className="chip good">{says.kept}</span> : null}
      <button type="button" onClick={() => setAsks("name")}>
        {says.nameRun}
      </button>
      <button type="button" onClick={() => void change({ kept: !run.kept }).catch(setError)}>
        {run.kept ? says.letGo : says.keep}
      </button>
      {run.kept ? null : (
        <button type="button" onClick={() => setAsks("throw-away")}>
          {says.throwAway}
        </button>
      )}
      {asks === "name" ? (
        <NameDialog name={run.name ?? ""} onClose={() => setAsks(undefined)} onName={(name) => change({ name })} />
      ) : null}
      {asks === "throw-away" ? (
        <ConfirmDialog
          title={says.throwAwayTitle}
          says={says.throwAwaySays}
          act={says.throwAway}
          needsReason
          onClose={() => setAsks(undefined)}
          onSure={async (reason) => {
            await call(runs.deleteRun, { params }, { reason });
            await goTo({ to: "/study" });
            await readAgain(client, "/api/runs", "/api/studies");
          }}
        />
      ) : null}
    </>
  );
}

interface NameParts {
  readonly name: string;
  readonly onClose: () => void;
  readonly onName: (name: string | null) => Promise<void>;
}

function NameDialog({ name: before, onClose, onName }: NameParts) {
  const says = useWords(RUNS_WORDS);
  const [name, setName] = useState(before);
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      await onName(name.trim() === "" ? null : name.trim());
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Dialog open title={says.nameRun} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Field label={says.name}>
          <input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary">
            {says.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
