import { writeFileSync } from "node:fs";
import { madeModels } from "../src/made-models.ts";

for (const [file, sql] of Object.entries(madeModels()))
  writeFileSync(new URL(`../models/${file}`, import.meta.url), sql);
