export { type Comparison, comparePublished, sourcesOf, type Verdict } from "./compare-published.ts";
export { estimate } from "./estimate.ts";
export type { Contradiction, PublishedNumber, Recompute } from "./published-number.ts";
export { type RCall, rCall } from "./r-calls/r-call.ts";
export { type Inputs, indexResults, type NotCollected, type Result, type ResultIndex, type Results } from "./result.ts";
export { ANY_LEVEL, familyIds, resultIds } from "./result-ids.ts";
export {
  type Assumption,
  type Choice,
  type Headline,
  type SensitivityPlan,
  type Specification,
  specifications,
} from "./sensitivity.ts";
export { tallies } from "./tallies.ts";
export { tallySpec, tallySpecs } from "./tally-specs.ts";
export { unlistedLevels } from "./unlisted-levels.ts";
