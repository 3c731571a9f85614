import { type TypedEncounter, toldBack } from "@osteon/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiProblem, read } from "../api/request.ts";

/** After so many milliseconds without a keystroke it is asked. */
const PAUSE = 600;

interface Asked {
  readonly centre: string;
  readonly patient: string;
  /** What stands in the form; nothing where there is nothing to tell of. */
  readonly encounter: TypedEncounter | undefined;
}

/** What the rules say of what is typed, once typing rests; the last answer stays until the next one is there. */
export function useToldBack({ centre, patient, encounter }: Asked) {
  const rested = useRested(encounter === undefined ? undefined : JSON.stringify(encounter));
  const asked = useQuery({
    queryKey: ["told back", centre, patient, rested],
    queryFn: ({ signal }) => {
      if (rested === undefined) throw new Error("nothing is asked");
      return read(
        toldBack.tellBack,
        { params: { centre, patient }, body: JSON.parse(rested) as TypedEncounter },
        signal,
      );
    },
    enabled: rested !== undefined,
    placeholderData: keepPreviousData,
    retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
    gcTime: 60_000,
  });
  const isBehind = encounter !== undefined && (JSON.stringify(encounter) !== rested || asked.isPlaceholderData);
  return { told: asked.data, error: asked.error, isBehind };
}

function useRested(now: string | undefined): string | undefined {
  const [rested, setRested] = useState(now);
  useEffect(() => {
    if (now === rested) return;
    const timer = setTimeout(() => setRested(now), PAUSE);
    return () => clearTimeout(timer);
  }, [now, rested]);
  return rested;
}
