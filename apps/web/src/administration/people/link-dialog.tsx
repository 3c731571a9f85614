import type { Account } from "@osteon/api";
import { people } from "@osteon/api";
import { useState } from "react";
import { call } from "../../api/request.ts";
import { Dialog } from "../../design/dialog.tsx";
import { useWords } from "../../words/words.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { CopiedText } from "../copied-text.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";

interface Parts {
  readonly person: Account;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Makes a new link for a person, with the reason, then shows it, once. */
export function LinkDialog({ person, onClose, onDone }: Parts) {
  const says = useWords(PEOPLE_WORDS);
  const [link, setLink] = useState<string>();
  if (link !== undefined)
    return (
      <MadeLink title={says.newLinkFor(person.name)} told={says.linkMade(person.name)} link={link} onClose={onClose} />
    );
  return (
    <ConfirmDialog
      title={says.newLinkFor(person.name)}
      says={says.newLinkSays}
      act={says.newLink}
      needsReason
      staysOpen
      onClose={onClose}
      onSure={async (reason) => {
        setLink(
          (await call(people.linkForPerson, { params: { account: person.account }, body: { reason } })).body.link,
        );
        await onDone();
      }}
    />
  );
}

interface Made {
  readonly title: string;
  readonly told: string;
  readonly link: string;
  readonly onClose: () => void;
}

/** A link that was made, to be taken to its person. */
export function MadeLink({ title, told, link, onClose }: Made) {
  const says = useWords(PEOPLE_WORDS);
  return (
    <Dialog open title={title}>
      <p role="status">{told}</p>
      <CopiedText label={says.link} hint={says.linkHint} text={link} />
      <div className="row">
        <button type="button" className="primary" onClick={onClose}>
          {says.close}
        </button>
      </div>
    </Dialog>
  );
}
