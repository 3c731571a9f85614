import { type Engine, type Tally, tallyAll } from "@osteon/engine";
import type { Protocol } from "@osteon/protocol";
import { tallySpecs } from "./tally-specs.ts";

/** Counts everything that the protocol's analyses need. */
export function tallies(
  engine: Engine,
  protocol: Protocol,
  progress: (done: number, of: number, id: string) => void = () => {},
): Promise<readonly Tally[]> {
  return tallyAll(engine, tallySpecs(protocol), progress);
}
