import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { FIRST_PLAN } from "@osteon/codebook";
import {
  planText,
  readChartFolder,
  readChartWorkbook,
  writeChartFolder,
  writeChartWorkbook,
  writeTypedWorkbook,
} from "@osteon/interop";
import { scratchFolder } from "./chart-folder.ts";

describe("a follow-up plan beside the charts", () => {
  test("is read from a folder and from both workbooks as it was written, and a folder may do without", async (context) => {
    const folder = await scratchFolder(context);
    await writeChartFolder([], folder);
    assert.deepEqual(await readChartFolder(folder), await readChartFolder(folder));
    assert.equal((await readChartFolder(folder)).plan, undefined);
    await writeFile(join(folder, "follow_up_plan.csv"), planText(FIRST_PLAN));
    const read = await readChartFolder(folder);
    assert.deepEqual([read.plan, read.problems], [FIRST_PLAN, []]);
    for (const bytes of [
      await writeChartWorkbook([], "", { plan: FIRST_PLAN }),
      await writeTypedWorkbook([], "", { plan: FIRST_PLAN }),
    ]) {
      const { plan, problems } = await readChartWorkbook(bytes);
      assert.deepEqual([plan, problems], [FIRST_PLAN, []]);
    }
    assert.equal((await readChartWorkbook(await writeChartWorkbook([]))).plan, undefined);
  });

  test("typed by hand, out of order and with semicolons, is a plan; each fault says its row and column", async (context) => {
    const folder = await scratchFolder(context);
    await writeChartFolder([], folder);
    const told = async (text: string) => {
      await writeFile(join(folder, "follow_up_plan.csv"), text);
      const { plan, problems } = await readChartFolder(folder);
      return {
        plan: plan?.map(({ name }) => name),
        problems: problems.map(({ code, where }) => [code, where.file, where.row, where.column]),
      };
    };
    const head = "time_point,target_day,first_day,last_day,label_en,label_de\n";
    assert.deepEqual(await told(`${head}late,300,200,400,Late,Spät\nsoon,14,1,30,Soon,Bald\n`), {
      plan: ["soon", "late"],
      problems: [],
    });
    const file = "follow_up_plan.csv";
    assert.deepEqual(await told(`${head}soon,14,1,30,Soon,Bald\nlate,x,20,400.5,Late,\n`), {
      plan: undefined,
      problems: [
        ["not-a-number", file, 3, "target_day"],
        ["too-many-decimals", file, 3, "last_day"],
        ["required", file, 3, "label_de"],
      ],
    });
    assert.deepEqual(await told(`${head}soon,14,1,30,Soon,Bald\nlate,25,20,400,Late,Spät\n`), {
      plan: undefined,
      problems: [["time-points-overlap", file, 3, "first_day"]],
    });
    assert.deepEqual((await told(head)).problems, [["plan-empty", file, undefined, undefined]]);
    assert.deepEqual(
      (await told("time_point,target_day\nsoon,14\n")).problems.map(([code, , , column]) => `${code} ${column}`),
      ["missing-column first_day", "missing-column last_day", "missing-column label_en", "missing-column label_de"],
    );
  });
});
