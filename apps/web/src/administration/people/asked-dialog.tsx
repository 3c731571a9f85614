import type { Account } from "@osteon/api";
import { accounts, people as routes } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { roleWords } from "../../frame/roles.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import type { Asked } from "./account.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";
import { RenameDialog } from "./rename-dialog.tsx";
import { RoleDialog } from "./role-dialog.tsx";

interface Parts {
  readonly asked: Asked | undefined;
  readonly people: readonly Account[];
  readonly onAsk: (asked: Asked | undefined) => void;
}

/** What an administrator does with a person, each asked once more, with its reason. */
export function AskedDialog({ asked, people, onAsk }: Parts) {
  const says = useWords(PEOPLE_WORDS);
  const language = useLanguage();
  const client = useQueryClient();
  const onClose = (): void => onAsk(undefined);
  const done = () => readAgain(client, "/api/administration/people", "/api/people", "/api/me");
  if (asked === undefined) return null;
  if (asked.what === "invite")
    return <InviteDialog people={people} onClose={onClose} onLink={(person) => onAsk({ what: "link", person })} />;
  const { person } = asked;
  const params = { account: person.account };
  const sure = (title: string, told: string, act: string, onSure: (reason: string) => Promise<unknown>) => (
    <ConfirmDialog
      title={title}
      says={told}
      act={act}
      needsReason
      onClose={onClose}
      onSure={async (reason) => {
        await onSure(reason);
        await done();
      }}
    />
  );
  switch (asked.what) {
    case "give-role":
      return <RoleDialog person={person} onClose={onClose} />;
    case "rename":
      return <RenameDialog person={person} onClose={onClose} onDone={done} />;
    case "link":
      return <LinkDialog person={person} onClose={onClose} onDone={done} />;
    case "end-role":
      return sure(
        says.endRoleOf(roleWords(asked.role.role, language), person.name),
        says.endRoleSays,
        says.endRole,
        (reason) => call(accounts.endRole, { params: { membership: asked.role.membership } }, { reason }),
      );
    case "disable":
      return sure(says.disablePerson(person.name), says.disableSays, says.disable, (reason) =>
        call(routes.disablePerson, { params }, { reason }),
      );
    case "enable":
      return sure(says.enablePerson(person.name), says.enableSays, says.enable, (reason) =>
        call(routes.enablePerson, { params, body: { reason } }),
      );
    case "factor":
      return sure(says.takeOffOf(person.name), says.takeOffSays, says.takeOff, (reason) =>
        call(routes.takeOffPersonsFactor, { params }, { reason }),
      );
  }
}
