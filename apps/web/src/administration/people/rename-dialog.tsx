import type { Account } from "@osteon/api";
import { people } from "@osteon/api";
import { useState } from "react";
import { call } from "../../api/request.ts";
import { Field } from "../../design/field.tsx";
import { useWords } from "../../words/words.ts";
import { ADMINISTRATION_WORDS } from "../administration-words.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";

interface Parts {
  readonly person: Account;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Gives a person another name, which signatures print from then on. */
export function RenameDialog({ person, onClose, onDone }: Parts) {
  const says = useWords(PEOPLE_WORDS);
  const shared = useWords(ADMINISTRATION_WORDS);
  const [name, setName] = useState(person.name);
  return (
    <ConfirmDialog
      title={says.renamePerson(person.name)}
      says={says.renameSays}
      act={says.rename}
      needsReason
      onClose={onClose}
      onSure={async (reason) => {
        await call(people.renamePerson, { params: { account: person.account }, body: { name, reason } });
        await onDone();
      }}
    >
      <Field label={shared.name}>
        <input required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
