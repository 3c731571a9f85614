import type { Account } from "@osteon/api";
import { useMe } from "../../api/me.ts";
import { roleWords } from "../../frame/roles.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import type { Asked, PersonAct } from "./account.ts";
import { PEOPLE_WORDS } from "./people-words.ts";

interface Parts {
  readonly person: Account;
  readonly onAsk: (asked: Asked) => void;
}

/** A line of the list of people. One's own administration cannot be ended by oneself, so that nobody locks everyone out. */
export function PersonCells({ person, onAsk }: Parts) {
  const says = useWords(PEOPLE_WORDS);
  const format = useFormat();
  const own = useMe().account === person.account;
  const { byPassword, byProvider, secondFactor, disabledAt, lastSignIn } = person;
  const ways = [byPassword && says.password, byProvider && says.provider].filter(Boolean).join(", ");
  const act = (what: PersonAct, label: string, whole: string) => (
    <button type="button" className="quiet small" aria-label={whole} onClick={() => onAsk({ what, person })}>
      {label}
    </button>
  );
  return (
    <>
      <th scope="row">
        {person.name} {own ? <span className="chip">{says.you}</span> : null}
        <div className="quiet-text small">{person.email}</div>
      </th>
      <td>
        <Roles person={person} own={own} onAsk={onAsk} />
      </td>
      <td>
        {ways === "" ? <span className="quiet-text">{says.notYet}</span> : ways}{" "}
        {secondFactor ? <span className="chip good">+ {says.secondFactor}</span> : null}
      </td>
      <td>{lastSignIn === null ? says.never : format.dateTime(lastSignIn)}</td>
      <td>
        {disabledAt === null ? null : (
          <span className="chip bad">{says.disabled(format.date(disabledAt.slice(0, 10)))}</span>
        )}
        <div className="row person-actions">
          {disabledAt === null ? (
            <>
              {act("give-role", says.giveRole, says.giveRoleTo(person.name))}
              {act("link", says.newLink, says.newLinkFor(person.name))}
              {secondFactor ? act("factor", says.takeOff, says.takeOffOf(person.name)) : null}
              {act("rename", says.rename, says.renamePerson(person.name))}
              {own ? null : act("disable", says.disable, says.disablePerson(person.name))}
            </>
          ) : (
            act("enable", says.enable, says.enablePerson(person.name))
          )}
        </div>
      </td>
    </>
  );
}

function Roles({ person, own, onAsk }: Parts & { readonly own: boolean }) {
  const says = useWords(PEOPLE_WORDS);
  const language = useLanguage();
  return (
    <ul className="roles">
      {person.roles.map((role) => {
        const name = roleWords(role.role, language);
        return (
          <li key={role.membership}>
            {name}
            {role.centre === null ? null : `, ${role.centre}`}{" "}
            {own && role.role === "administrator" ? null : (
              <button
                type="button"
                className="link small"
                aria-label={says.endRoleOf(name, person.name)}
                onClick={() => onAsk({ what: "end-role", person, role })}
              >
                {says.endRole}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
