import { strict as assert } from "node:assert";
import { suite, test } from "node:test";
import { z } from "zod";
import { answerWriter, WrongAnswer } from "./check-answers.ts";

const schema = z.object({ key: z.string(), told: z.object({ n: z.number() }).optional() });
const answering = { schema, method: "GET", url: "/api/x" };
const never = (): boolean => false;

suite("answers held against their routes", () => {
  test("strictly, a stranger at any depth fails, and its value is not told", () => {
    const write = answerWriter("strict", never)(answering);
    assert.equal(write({ key: "P-1" }), '{"key":"P-1"}');
    for (const more of [
      { key: "P-1", name: "Secret" },
      { key: "P-1", told: { n: 1, name: "Secret" } },
    ])
      assert.throws(
        () => write(more),
        (error) => error instanceof WrongAnswer && !error.message.includes("Secret"),
      );
  });

  test("otherwise a stranger is taken out", () => {
    const write = answerWriter("drop", never)(answering);
    assert.equal(write({ key: "P-1", name: "Secret", told: { n: 1, name: "Secret" } }), '{"key":"P-1","told":{"n":1}}');
  });

  test("what lacks or has another type is a bug in both, told by its place", () => {
    for (const checks of ["strict", "drop"] as const)
      assert.throws(() => answerWriter(checks, never)(answering)({ told: { n: "one" } }), /key.*told\.n/);
  });

  test("long answers are held against their route where checks are strict alone", () => {
    const more = { key: "P-1", name: "stays" };
    assert.equal(answerWriter("drop", () => true)(answering)(more), JSON.stringify(more));
    assert.throws(() => answerWriter("strict", () => true)(answering)(more), WrongAnswer);
  });

  test("times are read as they go over the wire", () => {
    const at = { ...answering, schema: z.object({ at: z.iso.datetime() }) };
    assert.equal(
      answerWriter("strict", never)(at)({ at: new Date("2026-03-01T10:00:00Z") }),
      '{"at":"2026-03-01T10:00:00.000Z"}',
    );
  });
});
