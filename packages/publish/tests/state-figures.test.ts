import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RADIOLOGY, RESPONSE } from "../../../studies/schnabel-2017/report/figures.ts";
import report from "../../../studies/schnabel-2017/report.ts";
import { type ResponseBar, responseFigure } from "../src/figures/response-figure.ts";
import { stackedShareFigure } from "../src/figures/stacked-share-figure.ts";
import { readResults } from "../src/outline/read-results.ts";
import { stackedBarsInput, stackedSharesInput } from "../src/outline/states-input.ts";
import { CLINICAL_STATES, RADIOLOGICAL_STATES } from "../src/svg/palette.ts";
import { smallResults } from "./small-results.ts";

const state = (name: string, n: number, percent: number) => ({ state: name, n, percent, result: `r.${name}` });
const bar = (n: number | null, ...states: ResponseBar["states"]): ResponseBar => ({
  label: "3 months",
  n,
  notSeen: 0,
  states,
});
const drawn = (one: ResponseBar): string =>
  responseFigure({
    name: "f",
    title: "F",
    description: "F",
    colours: CLINICAL_STATES,
    panels: [{ title: "NSAID", bars: [one] }],
  });
const shared = (one: ResponseBar): string =>
  stackedShareFigure({
    ...{ name: "f", title: "F", description: "F", colours: RADIOLOGICAL_STATES },
    rows: [{ label: "NSAID", n: one.n, without: "", states: one.states }],
  });

/** Heights of the pieces of the one bar, from the drawing itself. */
const heights = (svg: string): number =>
  [...svg.matchAll(/data-result="[^"]*"[\s\S]*?<rect[^>]*height="([\d.]+)"/g)].reduce(
    (sum, [, tall]) => sum + Number(tall),
    0,
  );

describe("a bar of states", () => {
  test("reaches 100 per cent, also where the thirds of it are rounded", () => {
    const whole = bar(4, state("full_remission", 1, 25), state("active", 3, 75));
    assert.ok(Math.abs(heights(drawn(whole)) - 128) < 0.1, String(heights(drawn(whole))));
    const third = 33.3333333333;
    drawn(bar(3, state("active", 1, third), state("relapse", 1, third), state("inefficacy", 1, third)));
  });

  const faults: readonly (readonly [string, ResponseBar, RegExp])[] = [
    [
      "a state that it does not know",
      bar(4, state("active", 3, 75), state("worse", 1, 25)),
      /state worse, which the figure does not know/,
    ],
    ["a state that every object knows", bar(1, state("toString", 1, 100)), /state toString/],
    ["states that make less than the whole", bar(4, state("active", 3, 75)), /make 75 %/],
    ["states that make more", bar(4, state("active", 4, 100), state("relapse", 1, 25)), /make 125 %/],
    ["counts that are not its n", bar(5, state("active", 4, 100)), /count 4 of 5/],
  ];
  for (const [which, one, says] of faults)
    test(`with ${which} is a fault that names it, never a shorter bar`, () => {
      assert.throws(() => drawn(one), says);
      const renamed = {
        ...one,
        states: one.states.map((piece) => ({
          ...piece,
          state:
            piece.state === "active" ? "new_lesion" : piece.state === "relapse" ? "remaining_activity" : piece.state,
        })),
      };
      assert.throws(() => shared(renamed), says);
    });

  test("of nobody says so, and a group that the study does not have is not a group of nobody", () => {
    assert.match(drawn(bar(0, state("active", 0, 0))), />nobody seen<[\s\S]*>n = 0</);
    assert.match(drawn(bar(null)), />no such group<[\s\S]*>n = –</);
    assert.match(shared(bar(null)), />no such group</);
  });
});

/** The counts of one group of a breakdown by hand. */
const group = (id: string, states: readonly string[], counts: readonly (number | null)[], N: number | null) =>
  Object.fromEntries([
    [`${id}.N`, N],
    ...states.flatMap((name, place) => {
      const n = counts[place] ?? 0;
      return [
        [`${id}.${name}`, counts[place] === undefined ? 0 : counts[place]],
        [`${id}.${name}-percent`, N === null || N === 0 ? null : (n / N) * 100],
      ];
    }),
  ]);

describe("what the figures of states are given", () => {
  const clinical = Object.keys(CLINICAL_STATES);
  const inputOf = (values: Readonly<Record<string, number | null>>) =>
    stackedBarsInput(readResults(smallResults(values)), report, RESPONSE).panels[0]?.bars[0];

  test("is the counts of each group; nobody beside it is 0, and no group is no count", () => {
    const id = "response.nsaid/month3";
    assert.deepEqual(
      [inputOf({ ...group(id, clinical, [3, 1], 4), [`${id}.other:not_seen`]: 2 }), inputOf({})].map((one) => [
        one?.n,
        one?.notSeen,
        one?.states.map(({ n }) => n),
      ]),
      [
        [4, 2, [3, 1, 0, 0, 0]],
        [null, 0, []],
      ],
    );
    assert.equal(inputOf(group(id, clinical, [], 0))?.n, 0);
  });

  test("is never a 0 for a count that is not estimable, or for a row that is not there", () => {
    const id = "response.nsaid/month3";
    assert.throws(() => inputOf(group(id, clinical, [1], null)), /response\.nsaid\/month3\.N, which is not estimable/);
    assert.throws(() => inputOf(group(id, clinical, [null, 4], 4)), /month3\.full_remission, which is not estimable/);
    const { [`${id}.relapse`]: _gone, ...rest } = group(id, clinical, [4], 4);
    assert.throws(() => inputOf(rest), /month3\.relapse, which does not exist/);
    assert.throws(
      () => inputOf({ ...group(id, clinical, [4], 4), [`${id}.full_remission-percent`]: null }),
      /full_remission-percent/,
    );
    const lesions = "radiological-response.nsaid";
    assert.throws(
      () =>
        stackedSharesInput(
          readResults(
            smallResults({
              ...group(lesions, Object.keys(RADIOLOGICAL_STATES), [2], 2),
              [`${lesions}.other:no_mri`]: null,
            }),
          ),
          report,
          RADIOLOGY,
        ),
      /other:no_mri, which is not estimable/,
    );
  });
});
