import type { ImportPlan } from "@osteon/api";
import { useState } from "react";
import { ApiProblem } from "../api/request.ts";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { type Prepared, totalOf } from "./plan.ts";

interface Parts {
  readonly plan: ImportPlan;
  readonly prepared: Prepared;
  readonly error: unknown;
  readonly onImport: (reason: string) => void;
  readonly onAgain: () => void;
}

/** The reason, then the import. */
export function CommitStep({ plan, prepared, error, onImport, onAgain }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const total = totalOf(plan.tables);
  const overtaken = error instanceof ApiProblem && (error.status === 409 || error.status === 422);
  return (
    <Panel title={`${says.commit}: ${prepared.source}`}>
      <p>{says.summary(total.new, total.changed)}</p>
      <form
        className="stack import-narrow"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() !== "") onImport(noted(reason.trim(), prepared.translated));
        }}
      >
        <Field
          label={says.reason}
          hint={says.reasonHint}
          {...(tried && reason.trim() === "" ? { wrong: says.needReason } : {})}
        >
          <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {prepared.translated === "" ? null : <p className="quiet-text small">{says.noted(prepared.translated)}</p>}
        {overtaken ? (
          <p className="notice bad" role="alert">
            {says.overtaken}
          </p>
        ) : (
          <Problems error={error} />
        )}
        <div className="row">
          {overtaken ? (
            <button type="button" className="primary" onClick={onAgain}>
              {says.again}
            </button>
          ) : (
            <button type="submit" className="primary">
              {says.doImport}
            </button>
          )}
        </div>
      </form>
    </Panel>
  );
}

const LONGEST_REASON = 500;

/** The reason with the translation of the values, as far as there is room. */
const noted = (reason: string, translated: string): string =>
  translated === "" ? reason : `${reason} (${translated})`.slice(0, LONGEST_REASON);
