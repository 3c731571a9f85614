import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Row } from "@osteon/api";
import { tableNamed } from "@osteon/codebook";
import fc from "fast-check";
import type { Kept } from "../src/entry/kept-shape.ts";
import {
  dueIn,
  editRow,
  holdsTyped,
  leavesUnsent,
  openedRow,
  type RowEditing,
  type RowEvent,
} from "../src/entry/row-editing.ts";

const table = tableNamed("visit");
const PLACE = "Ulm/P1/visit/V1";
const NEW = "Ulm/P1/visit/new~1";
const row = (version: number, cells: Record<string, string> = {}, more: Partial<Row> = {}): Row => ({
  ...{ table: "visit", key: "V1", patient: "P1", centre: "Ulm", status: "draft", version },
  cells: { visit: "V1", patient: "P1", visited_on: "2021-05-01", ...cells },
  ...{ writtenAt: `2026-01-0${version}T00:00:00Z`, writtenBy: "nora" },
  ...more,
});
const kept = (cells: Record<string, string>, more: Partial<Kept> = {}): Kept => ({
  ...{ place: PLACE, table: "visit", patient: "P1", centre: "Ulm", row: row(1), since: "then", language: "en" },
  cells: { visit: "V1", patient: "P1", visited_on: "2021-05-01", ...cells },
  ...more,
});
const opened = (more: Partial<Parameters<typeof openedRow>[0]> = {}): RowEditing =>
  openedRow({
    table,
    language: "en",
    begins: {},
    place: PLACE,
    row: row(1),
    kept: undefined,
    inPageAlone: false,
    ...more,
  });

const types = (weight: string): RowEvent => ({ kind: "typed", words: { weight_kg: weight } });
const confirms = (version: number, weight: string, left?: Kept): RowEvent => ({
  ...{ kind: "confirmed", from: PLACE, place: PLACE, row: row(version, { weight_kg: weight }), left },
});
const passing: RowEvent = { kind: "failed", failure: { kind: "passing" } };
const theirs = row(7, { weight_kg: "44" }, { writtenBy: "ida" });
const differs = { field: "weight_kg", yours: "30", theirs: "44" };
const conflict: RowEvent = { kind: "failed", failure: { kind: "conflict", theirs, differences: [differs] } };
const complete: RowEvent = { kind: "completed", reason: "read again" };

/** What the form shows after the events, and all that was done about them; `due` in ms. */
interface Shown {
  readonly save: RowEditing["save"]["kind"];
  readonly weight?: string;
  readonly version?: number | undefined;
  readonly done?: readonly string[];
  readonly due?: number | undefined;
}

const TABLE: readonly (readonly [sentence: string, start: RowEditing, events: readonly RowEvent[], shown: Shown])[] = [
  ["a form that is opened sends nothing", opened(), [], { save: "untouched", due: undefined, done: [] }],
  [
    "a keystroke is shown, then kept, then due",
    opened(),
    [types("3")],
    { save: "kept", weight: "3", done: ["keep"], due: 700 },
  ],
  [
    "the first of a new row tells its address before",
    opened({ row: undefined, place: NEW }),
    [types("3"), types("30")],
    { save: "kept", done: ["begin", "keep", "keep"] },
  ],
  [
    "a device that cannot store it takes nothing from it",
    opened(),
    [types("30"), { kind: "stored", inPageAlone: true }],
    { save: "kept", weight: "30", due: 700 },
  ],
  [
    "the pause over, it is sent once",
    opened(),
    [types("30"), { kind: "due" }],
    { save: "saving", done: ["keep", "send"], due: undefined },
  ],
  [
    "confirmed, it is saved at the registry's moment",
    opened(),
    [types("30"), { kind: "due" }, confirms(2, "30")],
    { save: "saved", version: 2, weight: "30" },
  ],
  [
    "what was typed while it was on its way waits for the next",
    opened(),
    [types("30"), { kind: "due" }, types("31"), confirms(2, "30", kept({ weight_kg: "31" }, { row: row(2) }))],
    { save: "kept", version: 2, weight: "31", due: 700 },
  ],
  [
    "words stay as they were typed where the registry holds just that",
    opened(),
    [types("30,50"), { kind: "due" }, confirms(2, "30.50")],
    { save: "saved", weight: "30,50" },
  ],
  [
    "a confirmation of another row is not this one's",
    opened(),
    [types("30"), { ...confirms(2, "99"), from: "Ulm/P1/visit/V2" } as RowEvent],
    { save: "kept", version: 1, weight: "30" },
  ],
  [
    "offline, it waits and is tried again",
    opened(),
    [types("30"), { kind: "due" }, passing],
    { save: "waiting", weight: "30", due: 2500 },
  ],
  [
    "typed on meanwhile, it is shown and kept",
    opened(),
    [types("30"), { kind: "due" }, passing, types("31")],
    { save: "kept", weight: "31", due: 700 },
  ],
  [
    "an expired session is waited for in the same way, and nothing is lost",
    opened(),
    [types("30"), { kind: "due" }, passing, { kind: "due" }, confirms(2, "30")],
    { save: "saved", weight: "30" },
  ],
  [
    "completing keeps what is asked for before it sends",
    opened(),
    [types("30"), complete],
    { save: "saving", done: ["keep", "keep", "send"] },
  ],
  ["completing offline is asked for again by itself", opened(), [complete, passing], { save: "waiting", due: 2500 }],
  [
    "after a reload too",
    opened({ kept: kept({}, { wanted: { status: "complete", reason: "" } }) }),
    [],
    { save: "waiting", due: 2500 },
  ],
  [
    "a draft that was kept goes by itself after a reload",
    opened({ kept: kept({ weight_kg: "32" }) }),
    [],
    { save: "kept", weight: "32", due: 700 },
  ],
  [
    "a complete row waits for its reason",
    opened({ row: row(1, {}, { status: "complete" }) }),
    [types("30")],
    { save: "kept", due: undefined },
  ],
  [
    "a conflict stays to be decided, whatever is typed on",
    opened(),
    [types("30"), { kind: "due" }, conflict, types("31")],
    { save: "conflict", weight: "31", due: undefined },
  ],
  [
    "settled, it goes on top of the other's version",
    opened(),
    [types("30"), conflict, { kind: "settled", theirs, typed: { weight_kg: "30" } }],
    { save: "kept", version: 7, weight: "30", due: 700 },
  ],
  [
    "let go in a conflict, it is the other's",
    opened(),
    [types("30"), conflict, { kind: "discarded" }],
    { save: "untouched", version: 7, weight: "44", done: ["keep", "drop", "read again"] },
  ],
  [
    "a conflict in which both want the same is none: it goes on by itself",
    opened(),
    [types("44"), { kind: "due" }, { kind: "failed", failure: { kind: "conflict", theirs, differences: [] } }],
    { save: "saving", version: 7, weight: "44", done: ["keep", "send", "keep afresh", "send"] },
  ],
  [
    "what the registry refuses stays typed, and is not sent again by itself",
    opened(),
    [types("30"), { kind: "due" }, { kind: "failed", failure: { kind: "refused", error: 0 } }],
    { save: "refused", weight: "30", due: undefined },
  ],
  [
    "mended, it goes",
    opened(),
    [types("30"), { kind: "failed", failure: { kind: "refused", error: 0 } }, types("31")],
    { save: "kept", due: 700 },
  ],
  [
    "let go, it is what the registry holds",
    opened({ row: row(1, { weight_kg: "28" }) }),
    [types("30"), { kind: "discarded" }],
    { save: "untouched", weight: "28", done: ["keep", "drop", "read again"] },
  ],
  [
    "another tab's keystroke is shown here",
    opened(),
    [{ kind: "kept elsewhere", kept: kept({ weight_kg: "3" }) }],
    { save: "kept", weight: "3", done: [] },
  ],
  [
    "of another row it is not",
    opened(),
    [{ kind: "kept elsewhere", kept: kept({ weight_kg: "3" }, { place: "Ulm/P1/visit/V2" }) }],
    { save: "untouched", weight: "" },
  ],
  [
    "another tab's save is this one's too",
    opened(),
    [{ kind: "kept elsewhere", kept: kept({ weight_kg: "3" }) }, confirms(2, "3")],
    { save: "saved", version: 2, weight: "3", due: undefined },
  ],
  [
    "also where its words never came",
    opened(),
    [types("30"), confirms(2, "33")],
    { save: "saved", version: 2, weight: "33" },
  ],
  [
    "what it lets go of is let go of here",
    opened(),
    [{ kind: "kept elsewhere", kept: kept({ weight_kg: "3" }) }, { kind: "discarded elsewhere" }],
    { save: "untouched", weight: "", done: [] },
  ],
  [
    "that it is trying to send changes nothing here",
    opened(),
    [types("30"), { kind: "due" }, { kind: "kept elsewhere", kept: kept({ weight_kg: "30" }) }],
    { save: "saving", weight: "30" },
  ],
  [
    "sent by somebody without a word, it is saved at no known moment",
    opened(),
    [types("30"), { kind: "due" }, { kind: "sent", row: undefined }],
    { save: "saved" },
  ],
  [
    "a number moves it to an address of its own",
    opened({ row: undefined, place: NEW }),
    [types("30"), { kind: "due" }, { ...confirms(1, "30"), from: NEW } as RowEvent],
    { save: "saved", done: ["begin", "keep", "send", "move"] },
  ],
  [
    "half a pseudonym is kept and not sent",
    opened(),
    [{ kind: "held", held: true }, types("3")],
    { save: "kept", due: undefined, done: ["keep"] },
  ],
  [
    "left, it is",
    opened(),
    [{ kind: "held", held: true }, types("3"), { kind: "held", held: false }],
    { save: "kept", due: 700, done: ["keep", "keep"] },
  ],
  [
    "in German the same number, though it is written otherwise",
    opened(),
    [types("30.5"), { kind: "translated", language: "de" }],
    { save: "kept", weight: "30,5" },
  ],
  [
    "what an older row was typed on is what the registry compares",
    opened({ row: row(3), kept: kept({ weight_kg: "30" }) }),
    [],
    { save: "kept", version: 1 },
  ],
];

describe("a row that is written", () => {
  for (const [sentence, start, events, shown] of TABLE)
    test(sentence, () => {
      const done: string[] = [];
      let state = start;
      for (const event of events) {
        const [next, ...effects] = editRow(state, event);
        state = next;
        done.push(
          ...effects.map((effect) => `${effect.kind}${effect.kind === "keep" && effect.afresh ? " afresh" : ""}`),
        );
      }
      const weight = state.typed.weight_kg ?? "";
      const found = { save: state.save.kind, weight, version: state.base?.version, done, due: dueIn(state, false) };
      for (const [name, wanted] of Object.entries(shown)) assert.deepEqual(found[name as keyof Shown], wanted, name);
    });

  test("locked it sends nothing, and whoever leaves within the pause leaves nothing behind", () => {
    const [state] = editRow(opened(), types("30"));
    assert.equal(dueIn(state, true), undefined);
    assert.deepEqual(
      [leavesUnsent(state, false), leavesUnsent(state, true), leavesUnsent(opened(), false)],
      [true, false, false],
    );
  });

  test("never shows another word than the last that was typed, whatever else happens but a decision of the person or another tab", () => {
    const event = fc.oneof(
      fc.stringMatching(/^[1-9]\d?$/).map(types),
      fc.constantFrom<RowEvent>({ kind: "due" }, passing, conflict, complete, { kind: "stored", inPageAlone: true }),
      fc.constantFrom<RowEvent>({ kind: "held", held: true }, { kind: "held", held: false }),
      fc.constant<RowEvent>({ kind: "failed", failure: { kind: "refused", error: 0 } }),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let state = opened();
        let last = "";
        for (const one of events) {
          [state] = editRow(state, one);
          if (one.kind === "typed") last = one.words.weight_kg ?? "";
          assert.equal(state.typed.weight_kg ?? "", last);
          assert.notEqual(state.save.kind, "saved", "nobody confirmed anything");
        }
        assert.equal(
          state.isKept,
          events.some(({ kind }) => kind === "typed" || kind === "completed"),
        );
        assert.equal(holdsTyped(state), last === "");
      }),
      { seed: 33 },
    );
  });
});
