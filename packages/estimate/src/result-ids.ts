import type { Protocol } from "@osteon/protocol";
import { estimate } from "./estimate.ts";
import type { Inputs } from "./result.ts";
import { tallySpecs } from "./tally-specs.ts";

/**
 * The results that a page, a sentence or a printed number may name, known before any chart is read: those that nobody's
 * charts give as well. Points of curves, and levels that only charts know, are families: figures and tables alone reach them.
 */
export function resultIds(protocol: Protocol): ReadonlySet<string> {
  const nobody = tallySpecs(protocol).map((spec) => ({ spec, rows: [] }));
  return new Set(estimate(protocol, nobody, NOTHING).results.map(({ id }) => id));
}

const NOTHING: Inputs = {
  study: "",
  title: "",
  protocolHash: "",
  freezeHash: "",
  modelsHash: "",
  resolutionPolicy: "",
  version: "",
};
