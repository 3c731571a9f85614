import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CLASSIFICATIONS,
  type Classification,
  classificationTables,
  classify,
  EULAR_ACR_2025,
  type Findings,
  findingsOf,
  JANSSON_2009,
  NBODS_2023,
  unweighed,
  withPoints,
} from "@osteon/cno";
import fc from "fast-check";

test("NBODS as printed: CRP or multifocal alone pass, a lesion of the femur alone does not", () => {
  const none = { crp_at_most_55: 0, more_than_one_lesion: 0, femur: 0, bands_at_most_220: 0 } as const;
  const answer = (more: Findings) => classify(NBODS_2023, { ...none, ...more });
  assert.deepEqual(answer({ crp_at_most_55: 1 }), { answer: "met", lowest: 56, highest: 56, deciding: [] });
  assert.equal(answer({ more_than_one_lesion: 1 }).answer, "met");
  assert.deepEqual(answer({ femur: 1 }), { answer: "not_met", lowest: 17, highest: 17, deciding: [] });
  assert.equal(answer({ femur: 1, bands_at_most_220: 1 }).answer, "met");
});

test("what is not known leaves a range, and the items that would decide are named", () => {
  const known = { crp_at_most_55: 0, more_than_one_lesion: 0, femur: 1, bands_at_most_220: null } as const;
  assert.deepEqual(classify(NBODS_2023, known), {
    answer: "undecided",
    lowest: 17,
    highest: 32,
    deciding: ["bands_at_most_220"],
  });
  // With CRP at most 55 the bands do not matter.
  assert.equal(classify(NBODS_2023, { ...known, crp_at_most_55: 1 }).answer, "met");
  // Without the femur the bands alone cannot reach 18.
  assert.equal(classify(NBODS_2023, { ...known, femur: 0 }).answer, "not_met");
});

test("Jansson's score reaches 63, and 39 is probable CNO", () => {
  const all = Object.fromEntries(findingsOf(JANSSON_2009).map((name) => [name, 1 as const]));
  assert.deepEqual(classify(JANSSON_2009, all), { answer: "met", lowest: 63, highest: 63, deciding: [] });
  const without = { ...all, normal_blood_count: 0, marginal_sclerosis: 0 } as const;
  assert.equal(classify(JANSSON_2009, without).lowest, 40);
  assert.equal(classify(JANSSON_2009, without).answer, "met");
  assert.equal(classify(JANSSON_2009, { ...without, crp_at_least_10: 0 }).answer, "not_met");
});

test("criteria without published weights refuse by name until a centre fills each in", () => {
  assert.throws(
    () => classify(EULAR_ACR_2025, {}),
    /eular_acr_2025 cannot be scored: no points are published for clavicle, /,
  );
  assert.throws(() => classificationTables(CLASSIFICATIONS), /eular_acr_2025 cannot be scored/);
  assert.throws(() => withPoints(EULAR_ACR_2025, { tibia: 3 }), /asks for no tibia/);
  const points = Object.fromEntries(unweighed(EULAR_ACR_2025).map((name) => [name, 11]));
  const { clavicle: _, ...most } = points;
  assert.throws(() => classify(withPoints(EULAR_ACR_2025, most), {}), /no points are published for clavicle\./);
  const filled = withPoints(EULAR_ACR_2025, points);
  const there = Object.fromEntries(findingsOf(filled).map((name) => [name, 1 as const]));
  const nothingElse = Object.fromEntries(Object.keys(filled.exclusions).map((name) => [name, 0 as const]));
  // Nine domains, of several findings in one domain the highest counts.
  assert.deepEqual(classify(filled, { ...there, ...nothingElse }), {
    answer: "met",
    lowest: 99,
    highest: 99,
    deciding: [],
  });
  assert.equal(classify(filled, { ...there, ...nothingElse, infection: 1 }).answer, "not_met");
  assert.equal(classify(filled, { ...there, ...nothingElse, bone_pain: 0 }).answer, "not_met");
  assert.deepEqual(classify(filled, { ...there, ...nothingElse, malignancy: null }).deciding, ["malignancy"]);
});

/** A small definition with domains, an entry and an exclusion. */
const drawnDefinition = fc
  .record({
    points: fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    atLeast: fc.nat(20),
  })
  .map(
    ({ points, atLeast }): Classification => ({
      name: "drawn",
      version: "1",
      says: "Drawn.",
      source: "drawn",
      entry: { pain: "Pain." },
      exclusions: { tumour: "Tumour." },
      domains: Object.fromEntries(
        points.map((own, d) => [
          `d${d}`,
          Object.fromEntries(own.map((weight, i) => [`d${d}i${i}`, { says: "Item.", points: weight }])),
        ]),
      ),
      atLeast,
    }),
  );

/** Every way to know what is not known. */
function completions(findings: Findings, [next, ...rest]: readonly string[]): readonly Findings[] {
  if (next === undefined) return [findings];
  const known = findings[next];
  const values = known === 0 || known === 1 ? [known] : ([0, 1] as const);
  return values.flatMap((value) => completions({ ...findings, [next]: value }, rest));
}

/** The answer when all is known, straight from the words of the criteria. */
function plainly({ entry, exclusions, domains, atLeast }: Classification, findings: Findings): string {
  if (Object.keys(entry).some((name) => findings[name] !== 1)) return "not_met";
  if (Object.keys(exclusions).some((name) => findings[name] !== 0)) return "not_met";
  let sum = 0;
  for (const domain of Object.values(domains)) {
    const counted = Object.entries(domain).filter(([name]) => findings[name] === 1);
    sum += counted.reduce((most, [, { points }]) => Math.max(most, points ?? 0), 0);
  }
  return sum >= atLeast ? "met" : "not_met";
}

test("an answer is given where every way to know the rest gives it, and only there; a deciding item changes one of them", () => {
  const drawn = drawnDefinition.chain((definition) =>
    fc.record({
      definition: fc.constant(definition),
      findings: fc.record(
        Object.fromEntries(findingsOf(definition).map((name) => [name, fc.constantFrom(0 as const, 1 as const, null)])),
      ),
    }),
  );
  fc.assert(
    fc.property(drawn, ({ definition, findings }) => {
      const names = findingsOf(definition);
      const ways = completions(findings, names);
      const answers = new Set(ways.map((way) => plainly(definition, way)));
      const found = classify(definition, findings);
      assert.equal(found.answer, answers.size === 1 ? [...answers][0] : "undecided");
      const deciding = names.filter(
        (name) =>
          findings[name] === null &&
          ways.some((way) => plainly(definition, { ...way, [name]: 0 }) !== plainly(definition, { ...way, [name]: 1 })),
      );
      assert.deepEqual([...found.deciding].sort(), found.answer === "undecided" ? deciding.sort() : []);
    }),
    { numRuns: 300 },
  );
});
