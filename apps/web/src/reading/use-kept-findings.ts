import { useCallback, useState } from "react";
import { useMe } from "../api/me.ts";
import { drop, store, stored } from "../frame/device-store.ts";
import { LESION_STATES } from "../skeleton/place.ts";
import type { Findings } from "./findings.ts";

/** What a person has marked on an examination and not handed in; it lies on the device, each person's by itself. */
export function useKeptFindings(centre: string, imaging: string) {
  const { account } = useMe();
  const name = `osteon.image ${account} ${centre} ${imaging}`;
  const [findings, setFindings] = useState<Findings>(() => findingsIn(stored(name)));
  const mark = useCallback(
    (next: Findings) => {
      store(name, JSON.stringify(next));
      setFindings(next);
    },
    [name],
  );
  const forget = useCallback(() => drop(name), [name]);
  return { findings, mark, forget };
}

function findingsIn(text: string | undefined): Findings {
  if (text === undefined) return {};
  const told: unknown = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(told ?? {}).flatMap(([place, said]) => {
      const state = LESION_STATES.find((one) => one === said);
      return state === undefined ? [] : [[place, state] as const];
    }),
  );
}
