import { bezier, bow, open, type Point, points, symmetric } from "./outline.ts";
import { bone, cartilage, farTube, joint, type Part, part, type Stroke, seam, tube } from "./part.ts";
import { LEVELS } from "./spine-level.ts";

/** A rib: how far out and how far down it turns to the front, where its bone ends there, and where its cartilage joins. */
interface Rib {
  readonly head: number;
  readonly out: number;
  readonly turn: number;
  readonly end: Point;
  readonly joins?: Point;
}

const TURNS: readonly (readonly [out: number, turn: number, end: Point, joins?: Point])[] = [
  [29, 179, [13.5, 188], [9, 183]],
  [42, 191, [19, 202], [8, 194.6]],
  [50, 205, [21, 215.5], [7.6, 204]],
  [55.5, 219, [22.5, 228.5], [7.6, 213]],
  [59.5, 233, [25, 241.5], [7.4, 221.5]],
  [62, 246, [29, 254.5], [7, 229.5]],
  [63.5, 259, [34.5, 268], [5.6, 236]],
  [63.5, 270, [41, 281.5], [19, 259.5]],
  [62, 280, [47, 292.5], [27.5, 270.5]],
  [58.5, 289, [52, 300], [37, 281.5]],
  [52, 298, [49, 307]],
  [38, 304, [36, 309]],
];

const RIBS: readonly Rib[] = LEVELS.filter(({ region }) => region === "thoracic_vertebra").map(({ top }, index) => {
  const [out, turn, end, joins] = TURNS[index] ?? [0, 0, [0, 0]];
  return { head: top + 3, out, turn, end, ...(joins === undefined ? {} : { joins }) };
});

const WIDTH = 4.6;

const backArc = ({ head, out, turn }: Rib): readonly Point[] =>
  bezier([
    [9.5, head],
    [out * 0.62, head - 4 + (turn - head) * 0.1],
    [out, turn - (turn - head) * 0.55],
    [out, turn],
  ]);

/** The last two ribs end free and point on downwards. */
const frontArc = ({ out, turn, end, joins }: Rib): readonly Point[] =>
  bezier([
    [out, turn],
    [out, turn + (end[1] - turn) * 0.55],
    joins === undefined ? [end[0] + 0.8, end[1] - 2] : [end[0] + (out - end[0]) * 0.42, end[1] + 1.2],
    end,
  ]);

const cartilageOf = ({ end, joins }: Rib): readonly Stroke[] => {
  if (joins === undefined) return [];
  const across: Point = [end[0] + (joins[0] - end[0]) * 0.45, end[1] - (end[1] - joins[1]) * 0.12];
  return [
    cartilage(
      WIDTH * 0.9,
      open(
        ...bezier([end, across, [joins[0] + (end[0] - joins[0]) * 0.3, joins[1] + (end[1] - joins[1]) * 0.4], joins]),
      ),
    ),
  ];
};

/** Between the fifth and sixth rib, well to the side. */
const RIB_CENTRE: Point = [51, 244];

/** Where a rib turns, its edge is covered so that back and front are one. */
const turn = (rib: Rib): Stroke => joint(WIDTH, open(...backArc(rib).slice(-2), ...frontArc(rib).slice(1, 2)));

const ribs = (near: (rib: Rib) => readonly Stroke[], behind: readonly Stroke[]): Part =>
  part("rib", RIB_CENTRE, [...behind, ...RIBS.flatMap(near)], { reach: 6, row: "down" });

const ribsFront = ribs(
  (rib) => [tube(WIDTH, open(...frontArc(rib))), turn(rib)],
  [...RIBS.map((rib) => farTube(WIDTH, open(...backArc(rib)))), ...RIBS.flatMap(cartilageOf).reverse()],
);

const ribsBack = ribs(
  (rib) => [tube(WIDTH, open(...backArc(rib)))],
  RIBS.map((rib) => farTube(WIDTH, open(...frontArc(rib).slice(0, rib.joins === undefined ? 9 : 5)))),
);

const sternum = part(
  "sternum",
  [0, 210],
  [
    bone(symmetric(...points("0,236 3,236 3.2,241 1.6,246.4 0,247.6"))),
    bone(symmetric(...points("0,195.5 6,195 7,198 6.2,204 8,214 8,225 6.4,234 3.5,239 0,239.5"))),
    bone(symmetric(...points("0,179 5,177.6 11,180 10.4,185 7,191.5 6.2,194.6 0,195"))),
    ...[207, 217, 227].map((y) => seam(bow([0, y + 0.5], [5.6, y]))),
  ],
  { midline: true, row: "down", reach: 1 },
);

export const RIBS_FRONT: readonly Part[] = [ribsFront];
export const RIBS_BACK: readonly Part[] = [ribsBack];
export const STERNUM: readonly Part[] = [sternum];
