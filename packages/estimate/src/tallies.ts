import { type Engine, type Tally, tally } from "@osteon/engine";
import type { Protocol } from "@osteon/protocol";
import { tallySpecs } from "./tally-specs.ts";

/** Counts everything that the protocol's analyses need. */
export async function tallies(
  engine: Engine,
  protocol: Protocol,
  progress: (done: number, of: number, id: string) => void = () => {},
): Promise<readonly Tally[]> {
  const counted: Tally[] = [];
  const specs = tallySpecs(protocol);
  for (const spec of specs) {
    counted.push(await tally(engine, spec));
    progress(counted.length, specs.length, spec.id);
  }
  return counted;
}
