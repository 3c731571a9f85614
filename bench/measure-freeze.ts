import { rm } from "node:fs/promises";
import { join } from "node:path";
import { freezeTables, openFreeze } from "@osteon/freeze";
import { childTask, engineOf, freezeIn } from "./child-task.ts";
import { type Measured, measure } from "./measured.ts";

/** Hashing every cell and writing the Parquet files again, in a process of its own. */
await childTask(async (task): Promise<Measured> => {
  const engine = await engineOf(task);
  await openFreeze(engine, await freezeIn(task.freeze));
  const directory = join(task.work, "freeze");
  await rm(directory, { recursive: true, force: true });
  const [frozen, measured] = await measure("freeze", () => freezeTables(engine, { directory, policy: "middle" }));
  await engine.close();
  await rm(directory, { recursive: true, force: true });
  if (!frozen.ok) throw new Error(frozen.problems.map(({ says }) => says).join(" "));
  return measured;
});
