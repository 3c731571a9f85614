import { bow, closed, open, oval, type Point, symmetric } from "./outline.ts";
import { bone, bothSides, bracket, growth, hollow, type Part, part, type Stroke, shade } from "./part.ts";
import { LEVELS, type Level } from "./spine-level.ts";

/** Vertebrae that the jaw or the breastbone covers from the front. */
const unseen = new Set(["C1", "C2", "C3"]);
const behindSternum = new Set(["T2", "T3", "T4", "T5", "T6", "T7", "T8"]);

const middle = ({ top, height }: Level): Point => [0, top + height / 2];

function bodyFront({ top, height, body, reach, region }: Level): readonly Stroke[] {
  const y = (part: number): number => top + height * part;
  const tip = region === "thoracic_vertebra" ? Math.min(reach, body + 4) : reach;
  const slope = region === "lumbar_vertebra" ? 0.02 : 0.14;
  return [
    ...bothSides([
      bone(
        closed(
          [body * 0.6, y(0.22)],
          [(body + tip) / 2, y(0.3 + slope)],
          [tip, y(0.26 + slope)],
          [tip, y(0.5 + slope)],
          [(body + tip) / 2, y(0.6 + slope)],
          [body * 0.6, y(0.8)],
        ),
      ),
    ]),
    bone(
      symmetric(
        [0, y(0.08)],
        [body * 0.86, y(0.06)],
        [body, y(0.14)],
        [body * 0.86, y(0.5)],
        [body, y(0.84)],
        [body * 0.88, y(0.93)],
        [0, y(0.92)],
      ),
    ),
    ...bothSides([
      shade(
        closed(
          [body * 0.94, y(0.18)],
          [body * 0.82, y(0.5)],
          [body * 0.94, y(0.82)],
          [body * 0.66, y(0.8)],
          [body * 0.6, y(0.2)],
        ),
      ),
    ]),
    ...(height > 9
      ? [growth(bow([0, y(0.19)], [body * 0.86, y(0.2)])), growth(bow([0, y(0.81)], [body * 0.86, y(0.8)]))]
      : []),
  ];
}

/** From behind: the arch with its transverse processes, and the spinous process upon it. */
function archBack({ top, height, body, reach, region, level }: Level): readonly Stroke[] {
  const y = (part: number): number => top + height * part;
  const lumbar = region === "lumbar_vertebra";
  const arch = body * (lumbar ? 0.74 : 0.8);
  const drop = region === "thoracic_vertebra" ? 1.28 : lumbar ? 1.04 : 1.02;
  const half = lumbar ? 2.6 : region === "thoracic_vertebra" ? 1.9 : 1.7;
  const lift = region === "thoracic_vertebra" ? 0.06 : lumbar ? 0.36 : 0.3;
  const wing = bone(
    symmetric(
      [0, y(0.2)],
      [arch * 0.5, y(0.14)],
      [arch * 0.86, y(0.02)],
      [arch * 1.04, y(0.22)],
      [reach * 0.82, y(lift)],
      [reach, y(lift + 0.08)],
      [reach * 0.98, y(lift + 0.3)],
      [arch * 1.05, y(0.6)],
      [arch * 0.94, y(0.9)],
      [arch * 0.5, y(0.94)],
      [0, y(0.8)],
    ),
  );
  if (level === "C1") return [wing, hollow(oval([0, y(0.52)], 4, 1.3))];
  return [
    wing,
    bone(
      symmetric(
        [0, y(0.3)],
        [half * 0.7, y(0.42)],
        [half * 0.8, y(0.7)],
        [half, y(drop - 0.14)],
        [half * 0.5, y(drop)],
        [0, y(drop + 0.02)],
      ),
    ),
  ];
}

const vertebra = (level: Level, strokes: readonly Stroke[]): Part =>
  part(level.region, middle(level), strokes, {
    midline: true,
    level: level.level,
    reach: 0.8,
    mark: Math.min(6.4, level.height * 0.5),
  });

export const SPINE_FRONT: readonly Part[] = [
  ...LEVELS.filter(({ level }) => !unseen.has(level))
    .map((level) => ({ ...vertebra(level, bodyFront(level)), hidden: behindSternum.has(level.level) }))
    .reverse(),
];

export const SPINE_BACK: readonly Part[] = [...LEVELS.map((level) => vertebra(level, archBack(level))).reverse()];

/** Brackets beside the three runs of vertebrae, for lesions of which the level is not known. */
export const SPINE_REGIONS: readonly Part[] = (
  ["cervical_vertebra", "thoracic_vertebra", "lumbar_vertebra"] as const
).map((region) => {
  const levels = LEVELS.filter((level) => level.region === region);
  const [first, last] = [levels[0], levels.at(-1)];
  const [top, bottom] = [(first?.top ?? 0) + 1, (last?.top ?? 0) + (last?.height ?? 0) - 1];
  const x = Math.max(...levels.map(({ reach }) => reach)) + 9;
  const corner = (y: number): readonly Point[] => [
    [x, y],
    [x, y],
  ];
  const outline = open([x - 4, top], ...corner(top), ...corner(bottom), [x - 4, bottom]);
  return part(region, [x, (top + bottom) / 2], [bracket(outline)], { midline: true, row: "down", reach: 5 });
});
