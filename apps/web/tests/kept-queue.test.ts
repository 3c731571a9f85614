import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Row } from "@osteon/api";
import {
  keptRefused,
  keptTrying,
  keptUnanswered,
  keptWith,
  leftAfter,
  nextAttempt,
  type Words,
} from "../src/entry/kept-queue.ts";

const PLACE = "Ulm/P1/visit/V1";
const row = (version: number, cells: Record<string, string> = {}): Row => ({
  ...{ table: "visit", key: "V1", patient: "P1", centre: "Ulm", status: "draft", version },
  cells: { visit: "V1", patient: "P1", ...cells },
  ...{ writtenAt: "2026-01-01T00:00:00Z", writtenBy: "nora" },
});

describe("what is kept of a row", () => {
  const words = (weight: string): Words => ({
    ...{
      place: PLACE,
      table: "visit",
      patient: "P1",
      centre: "Ulm",
      row: row(1),
      language: "en",
      held: false,
      wanted: undefined,
    },
    cells: { weight_kg: weight },
  });

  test("is sent under one key until somebody answers, though more is typed meanwhile, and then the rest under another", () => {
    const first = keptWith({}, words("30"), "now");
    const attempt = nextAttempt(first, "key 1");
    const later = keptWith(keptUnanswered(keptTrying(first, attempt)), words("31"), "later");
    assert.deepEqual(nextAttempt(later, "key 2"), attempt, "word for word");
    assert.equal(later.since, "now");
    const left = leftAfter(later, attempt, PLACE, row(2, { weight_kg: "30" }));
    assert.deepEqual(
      [left?.cells.weight_kg, left?.row?.version, left?.attempt, left?.unanswered],
      ["31", 2, undefined, undefined],
    );
    assert.deepEqual(left && nextAttempt(left, "key 2"), {
      key: "key 2",
      version: 2,
      typed: { weight_kg: "31" },
      language: "en",
      status: "draft",
      reason: "",
    });
    assert.equal(left && leftAfter(left, nextAttempt(left, "key 2"), PLACE, row(3)), undefined, "nothing is left");
  });

  test("stays of its child at its centre, though a form without a connection knows neither", () => {
    const later = keptWith(keptWith({}, words("30"), "now"), { ...words("31"), centre: "", patient: "" }, "later");
    assert.deepEqual([later.centre, later.patient, later.cells.weight_kg], ["Ulm", "P1", "31"]);
  });

  test("goes on to be complete where that was asked for while a draft was on its way", () => {
    const draft = keptWith({}, words("30"), "now");
    const attempt = nextAttempt(draft, "key 1");
    const asked = keptWith(
      keptTrying(draft, attempt),
      { ...words("30"), wanted: { status: "complete", reason: "" } },
      "now",
    );
    const left = leftAfter(asked, attempt, PLACE, row(2));
    assert.equal(left && nextAttempt(left, "key 2").status, "complete");
  });

  test("is another attempt once it was refused, and says why until it is mended", () => {
    const first = keptWith({}, words("30"), "now");
    const refused = keptRefused(keptTrying(first, nextAttempt(first, "key 1")), 422, []);
    assert.deepEqual([refused.refused?.status, nextAttempt(refused, "key 2").key], [422, "key 2"]);
    assert.equal(keptWith(refused, words("31"), "later").refused, undefined);
  });
});
