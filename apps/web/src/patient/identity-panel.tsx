import { type Identity, patients } from "@osteon/api";
import { type SubmitEvent, useState } from "react";
import { may, useMe } from "../api/me.ts";
import { ApiProblem, call } from "../api/request.ts";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { PATIENT_WORDS } from "./patient-words.ts";

const NONE: Identity = { name: "", bornOn: "", recordNumber: "" };

/** Who the child is. Nothing is read before it is asked for, since every reading is noted. */
export function IdentityPanel({ patient, centre }: { readonly patient: string; readonly centre: string }) {
  const says = useWords(PATIENT_WORDS);
  const writes = may(useMe(), "identity write", centre);
  const [identity, setIdentity] = useState<Identity>();
  const [version, setVersion] = useState(0);
  const [error, setError] = useState<unknown>();
  const [told, setTold] = useState("");
  const [reason, setReason] = useState("");
  const params = { centre, patient };

  async function show(): Promise<void> {
    setError(undefined);
    try {
      const read = await call(patients.readIdentity, { params });
      setVersion(read.version ?? 0);
      setIdentity(read.body);
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.status !== 404) return setError(problem);
      setTold(says.noIdentity);
      setIdentity(NONE);
    }
  }

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    setTold("");
    try {
      const saved = await call(patients.keepIdentity, { params, body: identity ?? NONE }, { version, reason });
      setVersion(saved.version ?? version + 1);
      setReason("");
      setTold(says.saved);
    } catch (problem) {
      setError(problem);
    }
  }

  async function erase(): Promise<void> {
    setError(undefined);
    setTold("");
    try {
      await call(patients.eraseIdentity, { params }, { reason });
      setVersion(0);
      setIdentity(NONE);
      setReason("");
      setTold(says.erased);
    } catch (problem) {
      setError(problem);
    }
  }

  const field = (name: keyof Identity, label: string, type: string) => (
    <Field label={label}>
      <input
        type={type}
        required
        readOnly={!writes}
        autoComplete="off"
        value={identity?.[name] ?? ""}
        onChange={(event) => setIdentity({ ...(identity ?? NONE), [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <Panel title={says.identity}>
      <p className="quiet-text">{says.identityLead}</p>
      <Problems error={error} />
      {told === "" ? null : <p role="status">{told}</p>}
      {identity === undefined ? (
        <p>
          <button type="button" onClick={() => void show()}>
            {says.show}
          </button>
        </p>
      ) : (
        <form className="grid" onSubmit={(event) => void save(event)}>
          {field("name", says.name, "text")}
          {field("bornOn", says.bornOn, "date")}
          {field("recordNumber", says.recordNumber, "text")}
          {writes && version > 0 ? (
            <Field label={says.reason}>
              <input
                type="text"
                required
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          ) : null}
          {writes ? (
            <div className="actions">
              <button type="submit" className="primary">
                {says.save}
              </button>
              {version > 0 ? (
                <button type="button" disabled={reason.trim() === ""} onClick={() => void erase()}>
                  {says.erase}
                </button>
              ) : null}
            </div>
          ) : null}
        </form>
      )}
    </Panel>
  );
}
