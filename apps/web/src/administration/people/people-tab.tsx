import { people as routes } from "@osteon/api";
import { useState } from "react";
import { useGet } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { ADMINISTRATION_WORDS } from "../administration-words.ts";
import { LinesInSight } from "../lines-in-sight.tsx";
import type { Asked } from "./account.ts";
import { AskedDialog } from "./asked-dialog.tsx";
import { PEOPLE_WORDS } from "./people-words.ts";
import { PersonCells } from "./person-cells.tsx";

/** Everyone with an account: invited, given roles, disabled. */
export function PeopleTab() {
  const says = useWords(PEOPLE_WORDS);
  const shared = useWords(ADMINISTRATION_WORDS);
  const told = useGet(routes.listAccounts, {});
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<Asked>();
  const wanted = typed.trim().toLowerCase();
  const people = told.data?.people.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  return (
    <>
      <div className="row between people-head">
        <Field label={says.search}>
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <button type="button" className="primary" onClick={() => setAsked({ what: "invite" })}>
          {says.invite}
        </button>
      </div>
      <Problems error={told.error} />
      <Panel
        title={shared.people}
        actions={<span className="quiet-text small">{says.count(people?.length ?? 0)}</span>}
        flush
      >
        {people === undefined ? (
          <Waiting />
        ) : people.length === 0 ? (
          <Empty says={says.none} />
        ) : (
          <div className="scrolls">
            <table className="table people" aria-rowcount={people.length + 1}>
              <thead>
                <tr>
                  <th scope="col">{shared.name}</th>
                  <th scope="col">{says.roles}</th>
                  <th scope="col">{says.waysIn}</th>
                  <th scope="col">{says.lastSignIn}</th>
                  <th scope="col">
                    <span className="unseen">{says.actions}</span>
                  </th>
                </tr>
              </thead>
              <LinesInSight
                count={people.length}
                height={61}
                line={(index) => {
                  const person = people[index];
                  return person === undefined ? null : <PersonCells person={person} onAsk={setAsked} />;
                }}
              />
            </table>
          </div>
        )}
      </Panel>
      <AskedDialog asked={asked} people={told.data?.people ?? []} onAsk={setAsked} />
    </>
  );
}
