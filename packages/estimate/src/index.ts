export type { Contradiction, PublishedNumber, Recompute } from "./published-number.ts";
export { type Inputs, indexResults, type Result, type ResultIndex, type Results } from "./result.ts";
export { tallies } from "./tallies.ts";
export { tallySpec, tallySpecs } from "./tally-specs.ts";
