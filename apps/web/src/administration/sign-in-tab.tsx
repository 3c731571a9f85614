import { useGet } from "../api/use-get.ts";
import { Mark } from "../design/mark.tsx";
import { Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";
import type { Account } from "./people/account.ts";
import { SignInRules } from "./sign-in-rules.tsx";

interface Methods {
  readonly password: { readonly shortest: number };
  readonly providers: readonly string[];
}

/** The ways to sign in that are on. */
export function SignInTab() {
  const says = useWords(ADMINISTRATION_WORDS);
  const methods = useGet<Methods>("/api/sign-in-methods");
  const people = useGet<{ readonly people: readonly Account[] }>("/api/administration/people");
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
  );
}
