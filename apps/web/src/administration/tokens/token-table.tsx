import type { PersonalToken } from "@osteon/api";
import { Mark } from "../../design/mark.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { TOKENS_WORDS } from "./tokens-words.ts";

interface Parts {
  readonly tokens: readonly PersonalToken[];
  /** Whether it is told whose they are. */
  readonly ofPeople?: boolean;
  readonly onWithdraw: (token: PersonalToken) => void;
}

/** Tokens with their days, those that are good first, as the server lists them. */
export function TokenTable({ tokens, ofPeople = false, onWithdraw }: Parts) {
  const says = useWords(TOKENS_WORDS);
  const format = useFormat();
  const told = ({ madeAt, usedLastOn }: PersonalToken): string => {
    const made = format.date(madeAt.slice(0, 10));
    return usedLastOn === null ? says.neverUsed(made) : says.used(made, format.date(usedLastOn));
  };
  return (
    <div className="scrolls">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.name}</th>
            {ofPeople ? <th scope="col">{says.person}</th> : null}
            <th scope="col">{says.centre}</th>
            <th scope="col">{says.state}</th>
            <th scope="col">
              <span className="unseen">{says.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((one) => (
            <tr key={one.token}>
              <th scope="row">
                {one.name}
                <br />
                <span className="quiet-text small">{told(one)}</span>
              </th>
              {ofPeople ? <td>{one.person}</td> : null}
              <td>{one.centre}</td>
              <td>
                <State token={one} />
              </td>
              <td>
                {isGood(one) ? (
                  <button
                    type="button"
                    className="quiet"
                    aria-label={says.withdrawIt(one.name)}
                    onClick={() => onWithdraw(one)}
                  >
                    {says.withdraw}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isGood = ({ ended, withdrawnAt }: PersonalToken): boolean => !ended && withdrawnAt === null;

function State({ token }: { readonly token: PersonalToken }) {
  const says = useWords(TOKENS_WORDS);
  const format = useFormat();
  if (token.withdrawnAt !== null)
    return (
      <Mark
        kind="missed"
        says={says.withdrawn(format.date(token.withdrawnAt.slice(0, 10)), token.withdrawnBy ?? "")}
        shown
      />
    );
  const day = format.date(token.endsOn);
  return token.ended ? (
    <Mark kind="none" says={says.ended(day)} shown />
  ) : (
    <Mark kind="done" says={says.good(day)} shown />
  );
}
