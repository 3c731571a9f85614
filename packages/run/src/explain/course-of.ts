import { derive } from "@osteon/derive";
import { type Freeze, openEngineFor, openFreeze } from "@osteon/freeze";
import type { Evaluated } from "../study.ts";
import { type Course, readCourse } from "./course.ts";

/** Derives a freeze and reads the course of one child from it; undefined where the charts have no such child. */
export async function courseOf(
  { protocol, models }: Evaluated,
  frozen: Freeze,
  patient: string,
): Promise<Course | undefined> {
  const engine = await openEngineFor(frozen);
  try {
    await openFreeze(engine, frozen, undefined, protocol.needs);
    await derive(engine, protocol, { models, within: [frozen.directory] });
    return await readCourse(engine, models, patient);
  } finally {
    await engine.close();
  }
}
