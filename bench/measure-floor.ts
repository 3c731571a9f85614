import { type Engine, identifier } from "@osteon/engine";
import { openFreeze } from "@osteon/freeze";
import { childTask, engineOf, freezeIn } from "./child-task.ts";
import { type ColumnsUsed, frozenColumnsUsed } from "./columns-used.ts";
import { type FloorMeasured, measure } from "./measured.ts";

/** Reads and sorts what the models use, once, in a process of its own. */
await childTask(async (task): Promise<FloorMeasured> => {
  const engine = await engineOf(task);
  await openFreeze(engine, await freezeIn(task.freeze));
  const used = frozenColumnsUsed();
  const [, read] = await measure("read once", () => inTurn(used, (columns) => readOnce(engine, columns)));
  const [, sort] = await measure("sort once", () => inTurn(used, (columns) => sortOnce(engine, columns)));
  await engine.close();
  return { read, sort };
});

async function inTurn(used: readonly ColumnsUsed[], step: (columns: ColumnsUsed) => Promise<void>): Promise<void> {
  for (const columns of used) await step(columns);
}

/** Sums, since a largest number could be read from the file's statistics alone. */
async function readOnce(engine: Engine, { table, columns }: ColumnsUsed): Promise<void> {
  const sums = columns.map(({ name, isText }, index) => {
    return `${isText ? "MAX" : "SUM"}(${identifier(name)}) AS c${index}`;
  });
  await engine.run(`SELECT ${sums.join(", ")} FROM ${identifier(table)}`);
}

async function sortOnce(engine: Engine, { table, columns, order }: ColumnsUsed): Promise<void> {
  const names = columns.map(({ name }) => identifier(name)).join(", ");
  await engine.run(`CREATE TABLE sorted AS SELECT ${names} FROM ${identifier(table)} ORDER BY ${order.join(", ")}`);
  await engine.run("DROP TABLE sorted");
}
