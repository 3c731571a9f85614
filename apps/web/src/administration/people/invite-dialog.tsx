import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { send } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { ADMINISTRATION_WORDS } from "../administration-words.ts";
import { CopiedText } from "../copied-text.tsx";
import { type RoleAt, RoleFields, roleBody } from "../role-fields.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";

/** Asks whom to invite, then shows the link, once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const says = useWords(PEOPLE_WORDS);
  const shared = useWords(ADMINISTRATION_WORDS);
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [at, setAt] = useState<RoleAt>({ role: "", centre: "" });
  const [link, setLink] = useState<string>();
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      const invited = { email: email.trim(), name: name.trim(), ...roleBody(at) };
      const { body } = await send<{ link: string }>("POST", "/api/people", invited);
      setLink(body.link);
      await readAgain(client, "/api/administration/people", "/api/people");
    } catch (problem) {
      setError(problem);
    }
  }
  if (link !== undefined)
    return (
      <Dialog open title={says.invite}>
        <p role="status">{says.invited(name)}</p>
        <CopiedText label={says.link} hint={says.linkHint} text={link} />
        <div className="row">
          <button type="button" className="primary" onClick={onClose}>
            {says.close}
          </button>
        </div>
      </Dialog>
    );
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
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary">
            {says.inviteAct}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
