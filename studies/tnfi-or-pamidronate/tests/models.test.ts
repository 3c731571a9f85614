import { join } from "node:path";
import { test } from "node:test";
import { readStudy } from "@osteon/run";
import { sameOnBothEngines } from "../../registry-report/tests/both-engines.ts";
import { fewDrawn } from "./reference-charts.ts";

test("PGlite gives the rows of DuckDB on every model of the study", async () => {
  await sameOnBothEngines(await readStudy(join(import.meta.dirname, "..")), fewDrawn);
});
