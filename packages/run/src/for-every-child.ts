import type { Protocol } from "@osteon/protocol";

const EVER = ["1900-01-01", "2100-12-31"] as const;

/** A protocol for every child, whenever diagnosed: the period of a study decides who is counted, not what its rules say of a chart. */
export function forEveryChild(protocol: Protocol): Protocol {
  const cohorts = Object.entries(protocol.cohorts).map(([name, cohort]) => [name, { ...cohort, diagnosed: EVER }]);
  return { ...protocol, cohorts: Object.fromEntries(cohorts) };
}
