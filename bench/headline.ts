import type { Results } from "@osteon/estimate";
import type { Headline, RMeasured } from "./measured.ts";

/** What is said when R and Osteon are held side by side. */
export interface Agreement {
  readonly compared: number;
  readonly differing: readonly string[];
}

/** The numbers that R computes as well, by result id. */
export function headlineOf({ results }: Results): Headline {
  const wanted = /^(response\.|relapse-free\.all\.|jansson-score\.all\.(sensitivity|specificity))/;
  return Object.fromEntries(results.filter(({ id }) => wanted.test(id)).map(({ id, value }) => [id, value]));
}

/** Holds every headline number of R against ours: counts must be equal, estimates to nine digits. */
export function agreement(ours: Headline, { headline }: RMeasured): Agreement {
  const { n, events, median, s365, s1826 } = headline.relapseFree;
  const theirs: Headline = {
    ...Object.fromEntries(Object.entries(headline.response).map(([key, value]) => [responseId(key), value])),
    "relapse-free.all.n": n ?? null,
    "relapse-free.all.events": events ?? null,
    "relapse-free.all.median": median ?? null,
    "relapse-free.all.survival@365": s365 ?? null,
    "relapse-free.all.survival@1826": s1826 ?? null,
  };
  const differing = Object.entries(theirs).filter(([id, value]) => !same(ours[id] ?? null, value));
  return {
    compared: Object.keys(theirs).length,
    differing: differing.map(([id, value]) => `${id}: ${ours[id] ?? "none"} here, ${value} in R`),
  };
}

/** `nsaid/month3/full_remission` is `response.nsaid/month3.full_remission`. */
function responseId(key: string): string {
  const [line, timePoint, state] = key.split("/");
  return `response.${line}/${timePoint}.${state}`;
}

function same(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || Math.abs(a - b) <= 1e-9 * Math.abs(b);
}
