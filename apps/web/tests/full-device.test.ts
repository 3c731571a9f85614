import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import {
  allKept,
  allSetAside,
  dropKept,
  dropSetAside,
  isKeptInPageAlone,
  keep,
  readKept,
  setAsideForeign,
} from "../src/entry/kept.ts";
import type { Kept } from "../src/entry/kept-shape.ts";

const device = new Map<string, string>();
let isFull: boolean | "odd" = false;
/** A device as browsers have it: its texts are properties, and one too many is refused. */
const storage = new Proxy({} as Record<string, unknown>, {
  get: (_target, name) =>
    ({
      getItem: (key: string) => device.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (isFull === "odd") throw new TypeError("there is no such store");
        if (isFull) throw new DOMException("full", "QuotaExceededError");
        device.set(key, value);
      },
      removeItem: (key: string) => void device.delete(key),
    })[String(name)],
  ownKeys: () => [...device.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
});

const PLACE = "Ulm/P1/visit/V1";
const words = (weight: string): Kept => ({
  ...{ place: PLACE, table: "visit", patient: "P1", centre: "Ulm", row: undefined, since: "2026-01-01" },
  cells: { weight_kg: weight },
});
const weightNow = () => readKept("nora", PLACE)?.cells.weight_kg;

describe("a device without room", () => {
  before(() => Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true }));
  beforeEach(() => {
    isFull = false;
    dropKept("nora", PLACE);
    device.clear();
  });

  test("what is typed once it is full is the page's, and newer than what the device still held", () => {
    keep("nora", words("30"));
    assert.equal(isKeptInPageAlone("nora", PLACE), false);
    isFull = true;
    keep("nora", words("30."));
    keep("nora", words("30.5"));
    assert.equal(weightNow(), "30.5");
    assert.equal(isKeptInPageAlone("nora", PLACE), true);
    assert.deepEqual(
      allKept("nora").map(({ cells }) => cells.weight_kg),
      ["30.5"],
      "once, not once for each place where it lies",
    );
    assert.equal(device.size, 0, "a page that is loaded anew would else show what is older");
  });

  test("once there is room again it is the device's", () => {
    isFull = true;
    keep("nora", words("31"));
    isFull = false;
    keep("nora", words("32"));
    assert.equal(isKeptInPageAlone("nora", PLACE), false);
    assert.equal(device.size, 1);
    assert.equal(weightNow(), "32");
  });

  test("what the registry has confirmed is let go of wherever it lay", () => {
    isFull = true;
    keep("nora", words("31"));
    dropKept("nora", PLACE);
    assert.equal(readKept("nora", PLACE), undefined);
    assert.equal(isKeptInPageAlone("nora", PLACE), false);
  });

  const name = `osteon.kept.nora.${PLACE}`;

  test("that throws whatever it likes is as one without room", () => {
    isFull = "odd";
    keep("nora", words("34"));
    assert.deepEqual([weightNow(), isKeptInPageAlone("nora", PLACE)], ["34", true]);
  });

  test("what a later release wrote more is none of this one's business", () => {
    device.set(name, JSON.stringify({ ...words("33"), row: undefined, ofALaterRelease: true }));
    assert.equal(weightNow(), "33");
    setAsideForeign("nora");
    assert.deepEqual(allSetAside("nora"), []);
  });

  test("what is no kept row of this version is none, and lies aside until somebody lets it go", () => {
    for (const text of ["{", "null", "[]", '{"place":1}', '{"place":"a","cells":{"weight_kg":3}}']) {
      device.set(name, text);
      assert.equal(readKept("nora", PLACE), undefined, text);
      setAsideForeign("nora");
      const [aside, ...others] = allSetAside("nora");
      assert.deepEqual([aside?.place, aside?.text, others], [PLACE, text, []]);
      assert.deepEqual(allKept("nora"), []);
      assert.ok(aside);
      dropSetAside(aside);
      assert.equal(device.size, 0);
    }
  });

  test("words for a field that this version lacks lie aside, and the others are typed as before", () => {
    const cells = { weight_kg: "33", head_cm: "51,5", shoe: " " };
    device.set(name, JSON.stringify({ ...words("33"), row: undefined, cells }));
    assert.deepEqual(readKept("nora", PLACE)?.cells, { weight_kg: "33" });
    setAsideForeign("nora");
    setAsideForeign("nora");
    assert.deepEqual(
      allSetAside("nora").map(({ text }) => text),
      ["head_cm: 51,5"],
    );
    assert.deepEqual(readKept("nora", PLACE)?.cells, { weight_kg: "33" });
    device.set(name, JSON.stringify({ ...words("33"), row: undefined, table: "tattoo" }));
    assert.deepEqual(allKept("nora"), [], "of a table that this version lacks nothing is sent");
  });
});
