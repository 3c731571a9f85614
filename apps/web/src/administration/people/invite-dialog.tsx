import type { Account } from "@osteon/api";
import { accounts, people as routes } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { ApiProblem, call } from "../../api/request.ts";
import { readAgain, useGet } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { ADMINISTRATION_WORDS } from "../administration-words.ts";
import { type RoleAt, RoleFields, roleBody } from "../role-fields.tsx";
import { MadeLink } from "./link-dialog.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";

interface Parts {
  readonly people: readonly Account[];
  readonly onClose: () => void;
  /** Makes a new link for somebody who was invited before. */
  readonly onLink: (person: Account) => void;
}

/** Asks whom to invite, then shows the link, once. */
export function InviteDialog({ people, onClose, onLink }: Parts) {
  const says = useWords(PEOPLE_WORDS);
  const shared = useWords(ADMINISTRATION_WORDS);
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [at, setAt] = useState<RoleAt>({ role: "", centre: "" });
  const [link, setLink] = useState<string>();
  const [error, setError] = useState<unknown>();
  const centres = useGet(accounts.listCentres, {}).data?.centres;
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      const invited = { email: email.trim(), name: name.trim(), ...roleBody(at) };
      const { body } = await call(routes.invitePerson, { body: invited });
      setLink(body.link);
      await readAgain(client, "/api/administration/people", "/api/people");
    } catch (problem) {
      setError(problem);
    }
  }
  if (link !== undefined)
    return <MadeLink title={says.invite} told={says.invited(name)} link={link} onClose={onClose} />;
  const known = isKnown(error) ? people.find((one) => one.email === email.trim().toLowerCase()) : undefined;
  return (
    <Dialog open title={says.invite} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Field label={shared.name} hint={says.nameHint}>
          <input required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={shared.email}>
          <input
            required
            type="email"
            maxLength={254}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <RoleFields value={at} onChange={setAt} />
        {centres?.length === 0 && at.role !== "administrator" ? (
          <p className="notice warn">
            {shared.noCentres}{" "}
            <Link to="/administration" search={{ tab: "centres" }} onClick={onClose}>
              {shared.addCentre}
            </Link>
          </p>
        ) : null}
        {known === undefined ? (
          <Problems error={error} />
        ) : (
          <div className="notice warn" role="alert">
            <p>{says.known(known.name)}</p>
            <button type="button" onClick={() => onLink(known)}>
              {says.newLink}
            </button>
          </div>
        )}
        <div className="row">
          <button type="submit" className="primary">
            {says.inviteAct}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Whether the person has the account and the role already. */
const isKnown = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problems.some(({ code }) => code === "account-known");
