import { createContext, useContext } from "react";

/** What a person may do at one centre, or everywhere where the centre is null. */
export interface Right {
  readonly centre: string | null;
  readonly role: string;
  readonly area: string;
  readonly verb: string;
}

/** The person who is signed in. */
export interface Me {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  /** Without a password one signs in, and proves who is there, at the hospital's provider. */
  readonly hasPassword: boolean;
  /** What the sign-in lacks before anything else is possible. */
  readonly needs: "second-factor" | "second-factor-set-up" | null;
  /** Whose link set the password, where that was within thirty days. */
  readonly link: { readonly by: string; readonly usedAt: string } | null;
  readonly rights: readonly Right[];
}

export const MeContext = createContext<Me | undefined>(undefined);

/** The person who is signed in; only pages that need one are drawn inside. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error("nobody is signed in here");
  return me;
}

/** Whether a person may do something, such as `chart write`: at a centre, or anywhere. The server decides in the end. */
export function may(me: Me, ability: `${string} ${string}`, centre?: string): boolean {
  return me.rights.some(
    (right) =>
      `${right.area} ${right.verb}` === ability &&
      (centre === undefined || right.centre === null || right.centre === centre),
  );
}

/** The centres where a person may do something. */
export function centresOf(me: Me, ability: `${string} ${string}`): readonly string[] {
  return [
    ...new Set(
      me.rights.flatMap(({ centre, area, verb }) => (centre !== null && `${area} ${verb}` === ability ? [centre] : [])),
    ),
  ];
}
