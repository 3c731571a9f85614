import { forgetPeak, peakMemory } from "./peak-memory.ts";

/** What one step took. Memory is the peak of the whole process during it, in bytes. */
export interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly peak: number;
}

/** The study on one cohort, from Parquet to `results.json`. */
export interface PipelineMeasured {
  readonly stages: readonly Measured[];
  readonly models: readonly Measured[];
  /** Reading the counted columns of the analysis tables once: the floor of tallying. */
  readonly tallyFloor: Measured;
  readonly results: number;
  readonly resultsHash: string;
  readonly headline: Headline;
}

/** DuckDB reading, and sorting, the columns that the models use: the floor of deriving. */
export interface FloorMeasured {
  readonly read: Measured;
  readonly sort: Measured;
}

/** What `derivation.R` answers. */
export interface RMeasured {
  readonly loadSeconds: number;
  readonly deriveSeconds: number;
  readonly estimateSeconds: number;
  readonly peakMegabytes: number;
  readonly R: string;
  readonly dataTable: string;
  readonly survival: string;
  readonly headline: {
    readonly response: Headline;
    readonly relapseFree: Headline;
    readonly jansson: Readonly<Record<string, unknown>>;
  };
}

/** Numbers by name, to compare two ways to them. */
export type Headline = Readonly<Record<string, number | null>>;

/** Seconds of Fisher's exact test of n rows as a command, of the start of that command, and of a bare `node -e 0`. */
export interface FisherMeasured {
  readonly node: number;
  readonly start: number;
  readonly test: number;
  readonly n: number;
}

/** Everything measured on one cohort. */
export interface SizeMeasured {
  readonly patients: number;
  readonly rows: number;
  readonly parquetBytes: number;
  readonly floor: FloorMeasured;
  readonly pipeline: PipelineMeasured;
  /** Hashing and writing the tables that are frozen already. */
  readonly freeze?: Measured;
  readonly r?: RMeasured;
}

/** Runs a step and tells its time and peak memory. */
export async function measure<T>(name: string, step: () => Promise<T> | T): Promise<[T, Measured]> {
  forgetPeak();
  const start = performance.now();
  const value = await step();
  const seconds = (performance.now() - start) / 1000;
  return [value, { name, seconds, peak: peakMemory() }];
}
