import type { Account } from "@osteon/api";
import { accounts } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { type RoleAt, RoleFields, roleBody } from "../role-fields.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";

/** Gives a person another role. */
export function RoleDialog({ person, onClose }: { readonly person: Account; readonly onClose: () => void }) {
  const says = useWords(PEOPLE_WORDS);
  const client = useQueryClient();
  const [at, setAt] = useState<RoleAt>({ role: "", centre: "" });
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await call(accounts.giveRole, { body: { account: person.account, ...roleBody(at) } });
      await readAgain(client, "/api/administration/people", "/api/me");
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Dialog open title={says.giveRoleTo(person.name)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <RoleFields value={at} onChange={setAt} />
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary">
            {says.giveRole}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
