import assert from "node:assert/strict";
import { test } from "node:test";
import { VERDICTS as PRINTED } from "../../../packages/publish/src/tables/comparison-table.ts";
import { VERDICTS } from "../src/study/verdicts.ts";

test("the verdicts that the page counts are worded as the comparison prints them", () => {
  for (const language of ["en", "de"] as const) {
    const { same, contradiction, differs, underivable } = PRINTED[language];
    assert.deepEqual(VERDICTS[language], { same, contradicts: contradiction, differs, underivable });
  }
});
