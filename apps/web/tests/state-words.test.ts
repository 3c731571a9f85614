import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOME_STATES, STATE_REASONS } from "@osteon/cno";
import { STATE_WORDS } from "../src/patient/state-words.ts";

test("the page of a child says states and reasons in the words of the rules, in both languages", () => {
  const words: Readonly<Record<string, unknown>> = STATE_WORDS;
  for (const [code, { en, de }] of Object.entries({ ...OUTCOME_STATES, ...STATE_REASONS }))
    assert.deepEqual(words[code], [en, de], code);
});
