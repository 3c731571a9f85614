import { writeFileSync } from "node:fs";
import { factModels } from "../src/fact-model.ts";

for (const [file, sql] of Object.entries(factModels()))
  writeFileSync(new URL(`../models/${file}`, import.meta.url), sql);
