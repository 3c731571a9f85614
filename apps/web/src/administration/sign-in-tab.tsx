import { administration, people as routes } from "@osteon/api";
import { useGet } from "../api/use-get.ts";
import { Mark } from "../design/mark.tsx";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";
import { SignInRules } from "./sign-in-rules.tsx";
import { TokensPanel } from "./tokens/tokens-panel.tsx";

/** The ways to sign in that are on, and by which tokens programs read. */
export function SignInTab() {
  const says = useWords(ADMINISTRATION_WORDS);
  const methods = useGet(administration.readSignInMethods, {});
  const people = useGet(routes.listAccounts, {});
  const active = people.data?.people.filter(({ disabledAt }) => disabledAt === null) ?? [];
  const line = (name: string, on: boolean, told: string) => (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Mark kind={on ? "done" : "none"} says="" /> {told}
      </td>
    </tr>
  );
  return (
    <>
      <div className="grid">
        <Panel title={says.signIn} flush>
          <Problems error={methods.error ?? people.error} />
          {methods.data === undefined || people.data === undefined ? (
            <Waiting />
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{says.method}</th>
                  <th scope="col">{says.state}</th>
                </tr>
              </thead>
              <tbody>
                {line(says.byPassword, true, says.byPasswordOn(methods.data.password.shortest))}
                {line(
                  says.secondFactor,
                  true,
                  says.secondFactorOn(active.filter(({ secondFactor }) => secondFactor).length, active.length),
                )}
                {line(
                  says.provider,
                  methods.data.providers.length > 0,
                  methods.data.providers.length > 0
                    ? says.providerOn(methods.data.providers.join(", "))
                    : says.providerOff,
                )}
              </tbody>
            </table>
          )}
        </Panel>
        <SignInRules />
      </div>
      <TokensPanel whose="everybodys" />
    </>
  );
}
