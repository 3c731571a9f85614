import type { Me } from "@osteon/api";
import { createContext, useContext } from "react";

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
