import type { Tally, TallySpec } from "@osteon/engine";
import { levelsOf, type Protocol } from "@osteon/protocol";
import { estimate } from "./estimate.ts";
import type { Inputs } from "./result.ts";
import { tallySpecs } from "./tally-specs.ts";

/**
 * The results that a page, a sentence or a printed number may name, known before any chart is read: those that nobody's
 * charts give as well. Points of curves, and levels that only charts know, are families: figures and tables alone reach them.
 */
export function resultIds(protocol: Protocol): ReadonlySet<string> {
  return idsOf(protocol, ({ spec }) => ({ spec, rows: [] }));
}

/** In the place of a level that only charts know. */
export const ANY_LEVEL = "*";

/**
 * The families by name, a star in the place of what only charts know: `delay-by-year.*.median`. Where several
 * such levels follow each other one star stands for them all.
 */
export function familyIds(protocol: Protocol): ReadonlySet<string> {
  const ids = idsOf(protocol, ({ spec, key }) => ({ spec, rows: key === undefined ? [] : [{ key, n: 0 }] }));
  const known = resultIds(protocol);
  return new Set([...ids].filter((id) => !known.has(id)).map((id) => id.replace(/\*(\/\*)+/, ANY_LEVEL)));
}

interface Nobody {
  readonly spec: TallySpec;
  /** A row of nobody in any group, where the analysis has levels that are found. */
  readonly key?: readonly string[];
}

function idsOf(protocol: Protocol, tallyOf: (nobody: Nobody) => Tally): ReadonlySet<string> {
  const tallies = tallySpecs(protocol).map((spec) => tallyOf({ spec, ...anyKey(protocol, spec.id) }));
  return new Set(estimate(protocol, tallies, NOTHING).results.map(({ id }) => id));
}

function anyKey(protocol: Protocol, id: string): Pick<Nobody, "key"> {
  const analysis = protocol.analyses[id];
  if (analysis === undefined || analysis.kind === "survival" || !("by" in analysis)) return {};
  const { by = [] } = analysis;
  if (by.every(({ levels }) => levels !== "found")) return {};
  const groups = by.map(({ levels }) => (levels === "found" ? ANY_LEVEL : (levelsOf(protocol, levels)[0] ?? "")));
  return { key: analysis.kind === "breakdown" ? [...groups, analysis.levels[0] ?? ""] : groups };
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
