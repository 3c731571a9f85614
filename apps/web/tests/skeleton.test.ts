import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BONES } from "@osteon/codebook";
import { isMany, markCentres, markedPlaces, shownBones } from "../src/skeleton/marked-places.ts";
import { nearestBone } from "../src/skeleton/nearest.ts";
import type { SkeletonMark } from "../src/skeleton/place.ts";
import { type DrawnBone, HEIGHT, REGIONS, VIEWS, WIDTH } from "../src/skeleton/view.ts";

const VIEW_NAMES = ["front", "back"] as const;
const choosable = (view: "front" | "back"): readonly DrawnBone[] => VIEWS[view].filter(({ hidden }) => !hidden);
const everywhere = VIEW_NAMES.flatMap(choosable);

const found = (view: "front" | "back", key: string): DrawnBone => {
  const bone = choosable(view).find((bone) => bone.key === key);
  assert.ok(bone, `${key} is not in the ${view} view`);
  return bone;
};

const sorted = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].sort();

describe("the bones of the map", () => {
  test("are the codebook's, on each side, and no others", () => {
    const wanted = BONES.flatMap(({ code, paired }) =>
      (paired ? ["left", "right"] : ["midline"]).map((side) => `${code} ${side}`),
    );
    assert.deepEqual(sorted(everywhere.map(({ place }) => `${place.bone} ${place.side}`)), sorted(wanted));
  });

  test("have each vertebra from C1 to L5 once in a view, and all of them from behind", () => {
    const run = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
    const wanted = [...run("C", 7), ...run("T", 12), ...run("L", 5)];
    const levels = (view: "front" | "back") => choosable(view).flatMap(({ place }) => place.level ?? []);
    assert.deepEqual(levels("back").toSorted(), wanted.toSorted());
    assert.equal(new Set(levels("front")).size, levels("front").length);
    for (const { place } of everywhere) {
      const region = { C: "cervical", T: "thoracic", L: "lumbar" }[place.level?.charAt(0) ?? ""];
      if (place.level !== undefined) assert.equal(place.bone, `${region}_vertebra`);
    }
    const heights = wanted.map((level) => VIEWS.back.find(({ place }) => place.level === level)?.centre[1] ?? 0);
    assert.deepEqual(
      heights,
      heights.toSorted((a, b) => a - b),
    );
  });

  test("stand once in a view, and most in both", () => {
    for (const view of VIEW_NAMES) assert.equal(new Set(VIEWS[view].map(({ key }) => key)).size, VIEWS[view].length);
    const alone = sorted(everywhere.map(({ key }) => key)).filter(
      (key) => everywhere.filter((bone) => bone.key === key).length === 1,
    );
    assert.deepEqual(sorted(alone.filter((key) => !key.includes("vertebra")).map((key) => key.split("/")[0] ?? "")), [
      "maxilla",
      "patella",
      "sternum",
    ]);
  });

  test("have an outline, and numbers that lie within the view", () => {
    for (const { key, strokes, centre, paths } of [...VIEWS.front, ...VIEWS.back, ...REGIONS]) {
      assert.ok(strokes.length > 0, key);
      for (const [x, y] of [centre, ...strokes.flatMap(({ outline }) => outline.points)]) {
        assert.ok(x >= 2 && x <= WIDTH - 2 && y >= 2 && y <= HEIGHT - 2, `${key}: ${x} ${y}`);
      }
      for (const { d } of paths) assert.match(d, /^M[-\d.,MLCZ]+$/, key);
    }
  });

  test("of the left mirror those of the right; the front view is face to face, the back view is not", () => {
    for (const view of VIEW_NAMES) {
      for (const left of VIEWS[view].filter(({ place }) => place.side === "left")) {
        const right = found(view, left.key.replace("left", "right"));
        const points = ({ strokes }: DrawnBone) => strokes.flatMap(({ outline }) => outline.points);
        const mirror = points(right).map(([x, y]) => [WIDTH - x, y]);
        for (const [index, [x, y]] of points(left).entries()) {
          assert.ok(Math.abs(x - (mirror[index]?.[0] ?? 0)) < 1e-9 && y === mirror[index]?.[1], left.key);
        }
        assert.equal(left.centre[0] > WIDTH / 2, view === "front", left.key);
      }
    }
  });

  test("have room for a mark: no two centres of a view are the same", () => {
    for (const view of VIEW_NAMES) {
      const bones = choosable(view);
      for (const [index, a] of bones.entries()) {
        for (const b of bones.slice(index + 1)) {
          const apart = Math.hypot(a.centre[0] - b.centre[0], a.centre[1] - b.centre[1]);
          assert.ok(apart > 6, `${a.key} and ${b.key} are ${apart} apart`);
        }
      }
    }
  });
});

describe("the arrow keys", () => {
  const press = (view: "front" | "back", from: string, ...keys: readonly string[]): string =>
    keys.reduce((key, arrow) => nearestBone(choosable(view), found(view, key), arrow)?.key ?? key, from);

  test("follow the body", () => {
    assert.equal(press("back", "lumbar_vertebra/midline/L2", "ArrowDown"), "lumbar_vertebra/midline/L3");
    assert.equal(press("back", "thoracic_vertebra/midline/T12", "ArrowDown"), "lumbar_vertebra/midline/L1");
    assert.equal(press("front", "tibia/left", "ArrowLeft"), "tibia/right");
    assert.equal(press("back", "tibia/left", "ArrowRight"), "tibia/right");
    assert.equal(press("front", "metacarpus/left", "ArrowDown"), "finger/left");
    assert.equal(press("front", "skull/midline", "ArrowUp"), "skull/midline");
    assert.equal(press("front", "skull/midline", "Home"), "skull/midline");
  });

  test("lead from any bone of a view to any other", () => {
    for (const view of VIEW_NAMES) {
      const bones = [...choosable(view), ...REGIONS];
      for (const start of bones) {
        const reached = new Set([start]);
        for (const bone of reached) {
          for (const arrow of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
            const next = nearestBone(bones, bone, arrow);
            if (next !== undefined) reached.add(next);
          }
        }
        const lost = bones.filter((bone) => !reached.has(bone)).map(({ key }) => key);
        assert.deepEqual(lost, [], `from ${start.key} in the ${view} view`);
      }
    }
  });
});

describe("marks", () => {
  const femur = { bone: "femur", side: "left" } as const;
  const marks: readonly SkeletonMark[] = [
    { ...femur, state: "not_visible" },
    { ...femur, state: "active", count: 2 },
    { ...femur, state: "new" },
    { ...femur, state: "active" },
    { bone: "thoracic_vertebra", side: "midline", level: "T7", state: "active" },
    { bone: "thoracic_vertebra", side: "midline", level: "T7/8", state: "remaining" },
  ];

  test("of one place stand together, the new ones first, and those of one state are counted", () => {
    const at = markedPlaces(marks)
      .get("femur/left")
      ?.marks.map(({ state, count }) => [state, count]);
    assert.deepEqual(at, [
      ["new", 1],
      ["active", 3],
      ["not_visible", 1],
    ]);
  });

  test("sit on their level, or beside the region where the level is not one of the map's", () => {
    const places = markedPlaces(marks);
    assert.deepEqual([...places.keys()].filter((key) => key.startsWith("thoracic")).sort(), [
      "thoracic_vertebra/midline",
      "thoracic_vertebra/midline/T7",
    ]);
    const region = shownBones("back", (key) => places.has(key)).filter(
      ({ key }) => key === "thoracic_vertebra/midline",
    );
    const levels = VIEWS.back.filter(({ place }) => place.bone === "thoracic_vertebra");
    const beside = Math.max(
      ...levels.flatMap(({ strokes }) => strokes.flatMap(({ outline }) => outline.points.map(([x]) => x))),
    );
    assert.equal(region.length, 1);
    assert.ok((region[0]?.centre[0] ?? 0) > beside);
    assert.equal(shownBones("back", () => false).length, VIEWS.back.length);
  });

  test("of one bone do not cover each other", () => {
    const states = ["new", "active", "remaining", "not_visible"] as const;
    const all = states.map((state): SkeletonMark => ({ ...femur, state, count: 12 }));
    assert.ok(all.every(isMany));
    for (const bone of everywhere) {
      const centres = markCentres(bone, all);
      for (const [index, [x, y]] of centres.slice(1).entries()) {
        const [beforeX = 0, beforeY = 0] = centres[index] ?? [];
        assert.ok(Math.hypot(x - beforeX, y - beforeY) >= 2 * bone.mark, bone.key);
      }
      assert.ok(Math.abs(centres.reduce((sum, [x]) => sum + x, 0) / centres.length - bone.centre[0]) < 1e-9, bone.key);
    }
  });
});
