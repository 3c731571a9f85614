import { derive } from "@osteon/derive";
import type { Engine } from "@osteon/engine";
import { type Freeze, openEngineFor, openFreeze, type PatientRange } from "@osteon/freeze";
import { type Bars, noBars, type Progress } from "./progress.ts";
import type { Evaluated } from "./study.ts";

/** So many charts are derived within 3 GB of memory; more are taken part by part. */
export const PATIENTS_AT_ONCE = 200_000;

export interface InParts {
  readonly patientsAtOnce?: number;
  readonly open?: () => Promise<Engine>;
  /** The folder that `use` writes to. */
  readonly writes?: string | undefined;
  readonly bars?: Bars | undefined;
}

/**
 * Derives a freeze part by part, each in a fresh engine, and hands each engine to `use`; `part` is undefined where
 * there is one. No model joins rows of two patients, and tallies add up, so that the parts together are the whole.
 */
export async function deriveInParts<T>(
  study: Evaluated,
  frozen: Freeze,
  use: (engine: Engine, part: number | undefined) => Promise<T>,
  { patientsAtOnce = PATIENTS_AT_ONCE, open = () => openEngineFor(frozen), writes, bars = noBars }: InParts = {},
): Promise<readonly T[]> {
  const ranges = patientRanges(frozen, patientsAtOnce);
  const within = [frozen.directory, ...(writes === undefined ? [] : [writes])];
  const bar = bars("derive");
  const answers: T[] = [];
  try {
    for (const [part, range] of ranges.entries()) {
      const engine = await open();
      try {
        await openFreeze(engine, frozen, range, study.protocol.needs);
        await derivePart(engine, study, within, bar, part, ranges.length);
        answers.push(await use(engine, ranges.length === 1 ? undefined : part + 1));
      } finally {
        await engine.close();
      }
    }
  } finally {
    bar.end();
  }
  return answers;
}

async function derivePart(
  engine: Engine,
  { protocol, models }: Evaluated,
  within: readonly string[],
  bar: Progress,
  part: number,
  parts: number,
): Promise<void> {
  await derive(engine, protocol, {
    within,
    models,
    progress: (done, of, { name }) => {
      bar.step(part * of + done, parts * of, parts === 1 ? name : `${name}, part ${part + 1} of ${parts}`);
    },
  });
}

/** Undefined for a freeze that is derived at once: its views then need no filter. */
function patientRanges({ tables }: Freeze, atOnce: number): readonly (PatientRange | undefined)[] {
  const patients = tables.find(({ name }) => name === "patient")?.rows ?? 0;
  if (patients <= atOnce) return [undefined];
  const parts = Math.ceil(patients / atOnce);
  return Array.from({ length: parts }, (_, part) => ({ from: part * atOnce + 1, to: (part + 1) * atOnce }));
}
