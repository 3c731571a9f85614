import { derive } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { type Freeze, openFreeze } from "@osteon/freeze";
import type { Evaluated } from "../study.ts";
import { type Course, readCourse } from "./course.ts";

/** Derives a freeze and reads the course of one child from it; undefined where the charts have no such child. */
export async function courseOf(
  { protocol, models }: Evaluated,
  frozen: Freeze,
  patient: string,
): Promise<Course | undefined> {
  const engine = await openDuckDb();
  try {
    await openFreeze(engine, frozen);
    await derive(engine, protocol, { models, within: [frozen.directory] });
    return await readCourse(engine, models, patient);
  } finally {
    await engine.close();
  }
}
