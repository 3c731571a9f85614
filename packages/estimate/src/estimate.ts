import type { Tally } from "@osteon/engine";
import type { Analysis, Protocol } from "@osteon/protocol";
import { agreement } from "./estimators/agreement.ts";
import { association } from "./estimators/association.ts";
import { breakdown } from "./estimators/breakdown.ts";
import { continuous } from "./estimators/continuous.ts";
import { diagnostic } from "./estimators/diagnostic.ts";
import { ranking } from "./estimators/ranking.ts";
import { type Group, rowsOf } from "./estimators/rows-of.ts";
import { count, share } from "./estimators/share.ts";
import { survival } from "./estimators/survival.ts";
import type { Inputs, Result, Results } from "./result.ts";

/** Turns tallies into numbers, analysis by analysis in the protocol's order. Tallies of another protocol throw. */
export function estimate(protocol: Protocol, tallies: readonly Tally[], inputs: Inputs): Results {
  const results = tallies.flatMap((tally) => {
    const analysis = protocol.analyses[tally.spec.id];
    if (analysis === undefined)
      throw new Error(`tally ${tally.spec.id} belongs to no analysis of protocol ${protocol.id}`);
    const rows = rowsOf(tally, groupsOf(tally, analysis, protocol));
    return wasNotCollected(tally, inputs.notCollected) ? rows.map(asNotCollected) : rows;
  });
  return { inputs, results };
}

function groupsOf(tally: Tally, analysis: Analysis, protocol: Protocol): readonly Group[] {
  switch (analysis.kind) {
    case "continuous":
      return continuous(tally, analysis, protocol);
    case "count":
      return count(tally, analysis, protocol);
    case "share":
      return share(tally, analysis, protocol);
    case "breakdown":
      return breakdown(tally, analysis, protocol);
    case "survival":
      return survival(tally, analysis, protocol);
    case "diagnostic":
      return diagnostic(tally, analysis);
    case "association":
      return association(tally, analysis);
    case "agreement":
      return agreement(tally, analysis, protocol);
    case "ranking":
      return ranking(tally, analysis, protocol);
  }
}

/** Nothing is known of a column of the tally, since what it rests on was asked of nobody then. */
const wasNotCollected = ({ spec, rows }: Tally, missing: Inputs["notCollected"]): boolean =>
  missing !== undefined &&
  [...new Set([...spec.by, ...spec.where.map(({ column }) => column)])].some((column) => {
    const place = spec.by.indexOf(column);
    const isKnown = place >= 0 && rows.some(({ key }) => key[place] !== null);
    return missing.columns.includes(`${spec.from}.${column}`) && !isKnown;
  });

/** That nobody could be asked is another reason than that nobody is there or nothing is known. */
const asNotCollected = (row: Result): Result => (row.value === null ? { ...row, because: "not-collected" } : row);
