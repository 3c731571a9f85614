import { people } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { ROLE_NAMES, roleWords } from "../frame/roles.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";

interface Rules {
  readonly contact: string;
  readonly factorRoles: readonly string[];
}

/** Whom to ask where a sign-in fails, and which roles need a second factor. */
export function SignInRules() {
  const says = useWords(ADMINISTRATION_WORDS);
  const rules = useGet(people.readSignIn, {});
  // Stands here, since the form begins anew with what is stored.
  const [saved, setSaved] = useState(false);
  return (
    <Panel title={says.rules}>
      <Problems error={rules.error} />
      {rules.data === undefined ? (
        <Waiting />
      ) : (
        <RulesForm key={JSON.stringify(rules.data)} stored={rules.data} saved={saved} setSaved={setSaved} />
      )}
    </Panel>
  );
}

interface FormParts {
  readonly stored: Rules;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}

function RulesForm({ stored, saved, setSaved }: FormParts) {
  const says = useWords(ADMINISTRATION_WORDS);
  const language = useLanguage();
  const client = useQueryClient();
  const [contact, setContact] = useState(stored.contact);
  const [roles, setRoles] = useState<ReadonlySet<string>>(new Set(stored.factorRoles));
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    setSaved(false);
    try {
      const factorRoles = ROLE_NAMES.filter((role) => roles.has(role));
      await call(people.writeSignIn, { body: { contact, factorRoles, reason } });
      setSaved(true);
      await readAgain(client, "/api/sign-in-methods", "/api/administration/sign-in");
    } catch (problem) {
      setError(problem);
    }
  }
  const choose = (role: string, on: boolean): void => {
    const next = new Set(roles);
    if (on) next.add(role);
    else next.delete(role);
    setRoles(next);
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Field label={says.contact} hint={says.contactHint}>
        <input maxLength={200} value={contact} onChange={(event) => setContact(event.target.value)} />
      </Field>
      <fieldset className="field">
        <legend>{says.factorRoles}</legend>
        {ROLE_NAMES.map((role) => (
          <label key={role} className="row">
            <input type="checkbox" checked={roles.has(role)} onChange={(event) => choose(role, event.target.checked)} />
            {roleWords(role, language)}
          </label>
        ))}
        <div className="hint">{says.factorRolesHint}</div>
      </fieldset>
      <Field label={says.reason} hint={says.reasonHint}>
        <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Problems error={error} />
      <div className="row">
        <button type="submit" className="primary">
          {says.save}
        </button>
        <span role="status">{saved ? says.saved : ""}</span>
      </div>
    </form>
  );
}
