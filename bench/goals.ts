import type { FisherMeasured, SizeMeasured } from "./measured.ts";
import { gigabytes, seconds, times } from "./page-text.ts";

/** A goal of the project and whether this run met it. Never asserted: machines differ. */
export interface Goal {
  readonly says: string;
  readonly met: boolean;
}

const R_TIMES = 5;
const FLOOR_TIMES = 5;
const MEMORY_BYTES = 4e9;
/** Ten times the children may take this many times as long, since reading and sorting are not quite linear. */
const GROWTH = 12;

/** The goals on the largest cohort measured, and the growth from each cohort to the next ten times as large. */
export function goals(measured: readonly SizeMeasured[]): readonly Goal[] {
  const largest = measured.toSorted((a, b) => b.patients - a.patients)[0];
  if (largest === undefined) return [];
  return [...goalsOf(largest), ...growth(measured)];
}

/** Above the start of its command Fisher's test may take so many times as long as Node alone. */
const NODE_TIMES = 2;

/** The command that is measured by itself, whatever the cohorts. */
export function fisherGoal({ node, start, test, n }: FisherMeasured): Goal {
  const ratio = (test - start) / node;
  const says = `Fisher's exact test of 4 x 6, n ${n}, as a command at most ${NODE_TIMES} times a bare \`node -e 0\` above its own start: ${times(Math.max(0, ratio))} (start ${seconds(start)}, test ${seconds(test)}, node ${seconds(node)})`;
  return { says, met: ratio <= NODE_TIMES };
}

function goalsOf(size: SizeMeasured): readonly Goal[] {
  const own = total(size);
  const { read, sort } = size.floor;
  const peak = Math.max(...size.pipeline.stages.map((stage) => stage.peak));
  const name = size.patients.toLocaleString("en");
  const toFloor = own / sort.seconds;
  return [
    ...rGoal(size, own, name),
    {
      says: `${name} children within ${FLOOR_TIMES} times the floor: ${times(toFloor)} of reading and sorting once (${seconds(sort.seconds)}), ${times(own / read.seconds)} of reading once (${seconds(read.seconds)})`,
      met: toFloor <= FLOOR_TIMES,
    },
    { says: `${name} children in under ${gigabytes(MEMORY_BYTES)}: ${gigabytes(peak)}`, met: peak < MEMORY_BYTES },
  ];
}

function rGoal({ r }: SizeMeasured, own: number, name: string): readonly Goal[] {
  if (r === undefined) return [];
  const computing = r.deriveSeconds + r.estimateSeconds;
  const ratio = (r.loadSeconds + computing) / own;
  const says = `${name} children at least ${R_TIMES} times faster than R: ${times(ratio)} (${times(computing / own)} without R's loading of CSV)`;
  return [{ says, met: ratio >= R_TIMES }];
}

function growth(measured: readonly SizeMeasured[]): readonly Goal[] {
  return measured.flatMap((small) => {
    const large = measured.find(({ patients }) => patients === 10 * small.patients);
    if (large === undefined) return [];
    const ratio = total(large) / total(small);
    const says = `linear cost: ${large.patients.toLocaleString("en")} children take ${times(ratio)} as long as ${small.patients.toLocaleString("en")}`;
    return [{ says: `${says} (at most ${GROWTH})`, met: ratio <= GROWTH }];
  });
}

/** From Parquet to `results.json`, in seconds. */
function total({ pipeline }: SizeMeasured): number {
  return pipeline.stages.reduce((sum, stage) => sum + stage.seconds, 0);
}
