import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkPaper, readPaper } from "@osteon/paper";

const OUTSIDE = [
  "Remission was seen in 17/34 (50 %) with 95 % CI 55 to 62 %.",
  "Remission was seen in 17/34 (50%; 95% CI 55-62).",
  "Remission was seen in 17 of 34 children (50 %), 95 % CI 55 to 62 %.",
  "Remission was seen in 17/34 (50 %), with a 95 % confidence interval of 55 to 62 %.",
  "Remission was seen in 17/34 (50 %) [CI 95 %: 55 to 62 %].",
  "Remission was seen in 50 % (90 % CI 55, 62).",
  "Remission was seen in 17/34 (50 %), 95 % CI between 55 and 62 %.",
  "Eine Remission hatten 17/34 Kindern (50 %) mit einem 95-%-KI von 55 bis 62 %.",
  "Eine Remission hatten 17/34 Kindern (50 %; 95 %-Konfidenzintervall 55 bis 62 %).",
];
const WITHIN = [
  "Remission was seen in 17/34 (50 %) with 95 % CI 33 to 67 %.",
  "Remission was seen in 17/34 (50 %). The hazard ratio was 1.8, 95 % CI 1.2 to 2.9.",
  "Remission was seen in 17/34 (50 %) with a hazard ratio of 2.0 (95 % CI 1.1 to 3.4).",
  "Of 34 children 17 (50 %) were girls; 60 % (95 % CI 55 to 62 %) had pain.",
];

const limitsIn = async (text: string): Promise<readonly string[]> => {
  const read = await readPaper(Buffer.from(`Results\n\n${text}\n`), "a.txt");
  assert.ok(read.ok);
  return checkPaper(read.text).findings.flatMap((one) => (one.kind === "confidence-limits" ? [one.class] : []));
};

describe("a share outside of its own limits is impossible, in every form in which the two are printed", () => {
  for (const text of OUTSIDE) test(text, async () => assert.deepEqual(await limitsIn(text), ["impossible"]));
  for (const text of WITHIN) test(text, async () => assert.deepEqual(await limitsIn(text), []));
});
