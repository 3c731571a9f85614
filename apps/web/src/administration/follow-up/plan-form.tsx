import { settings } from "@osteon/api";
import { type FollowUpPlan, planProblems } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems, useProblemWords } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";
import { usePlanChanges } from "./plan-changes.ts";
import { PlanLines } from "./plan-lines.tsx";
import { PlanPicture } from "./plan-picture.tsx";
import { drawable, planTyped, type TypedPoint, typedPlan } from "./typed-plan.ts";

interface Parts {
  readonly stored: FollowUpPlan;
  readonly version: number;
  readonly onClose: (saved: boolean) => void;
}

/** Changes the plan: each line a time point, what is typed drawn at once, what cannot be said at once; saved with its reason. */
export function PlanForm({ stored, version, onClose }: Parts) {
  const says = useWords(FOLLOW_UP_WORDS);
  const inWords = useProblemWords();
  const changesOf = usePlanChanges();
  const client = useQueryClient();
  const [points, setPoints] = useState<readonly TypedPoint[]>(() => typedPlan(stored));
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const plan = planTyped(points);
  const problems = planProblems(plan);
  const changes = problems.length > 0 ? [] : changesOf(stored, plan);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await call(settings.changeFollowUpPlan, { body: { points: [...plan], reason } }, { version });
      await readAgain(
        client,
        "/api/follow-up-plan",
        "/api/schedule",
        "/api/centres",
        "/api/dashboard",
        "/api/patients",
      );
      onClose(true);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Panel title={says.picture}>
        <PlanPicture plan={drawable(plan)} />
      </Panel>
      <Panel title={says.points} flush>
        <PlanLines points={points} problems={problems} onChange={setPoints} />
      </Panel>
      <Panel title={says.change}>
        <div className="stack">
          {problems.length > 0 ? (
            <div className="notice warn" role="status">
              <p>{says.wrong}</p>
              <ul>
                {problems.map((problem) => {
                  const told = inWords(problem);
                  return (
                    <li key={`${problem.code} ${problem.where.row} ${problem.where.column} ${told.says}`}>
                      {told.says} <span className="quiet-text">{told.fix}</span>
                    </li>
                  );
                })}
              </ul>
            </div>
          ) : changes.length === 0 ? (
            <p className="quiet-text">{says.unchanged}</p>
          ) : (
            <div role="status">
              <p>{says.willChange}:</p>
              <ul>
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </div>
          )}
          <Field label={says.reason} hint={says.reasonHint}>
            <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Problems error={error} />
          <div className="row">
            <button type="submit" className="primary" disabled={busy || problems.length > 0 || changes.length === 0}>
              {says.save}
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
