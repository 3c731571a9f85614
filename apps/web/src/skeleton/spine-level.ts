type Region = "cervical_vertebra" | "thoracic_vertebra" | "lumbar_vertebra";

/** A vertebra's place: its upper edge, height, half the width of its body and of its transverse processes. */
export interface Level {
  readonly level: string;
  readonly region: Region;
  readonly top: number;
  readonly height: number;
  readonly body: number;
  readonly reach: number;
}

const between = (from: number, to: number, index: number, count: number): number =>
  from + ((to - from) * index) / (count - 1);

interface Run {
  readonly region: Region;
  readonly letter: string;
  readonly top: number;
  readonly heights: readonly [number, number];
  readonly bodies: readonly [number, number];
  readonly reaches: readonly number[];
}

const run = ({ region, letter, top, heights, bodies, reaches }: Run): readonly Level[] => {
  const levels: Level[] = [];
  let y = top;
  for (const [index, reach] of reaches.entries()) {
    const height = between(...heights, index, reaches.length);
    const body = between(...bodies, index, reaches.length);
    levels.push({ level: `${letter}${index + 1}`, region, top: y, height, body, reach });
    y += height;
  }
  return levels;
};

/** The levels from C1 to L5: each stands on the next. */
export const LEVELS: readonly Level[] = [
  ...run({
    region: "cervical_vertebra",
    letter: "C",
    top: 112,
    heights: [7.4, 8],
    bodies: [8.5, 9.5],
    reaches: [17, 13.5, 13.5, 13.5, 14, 14.5, 17.5],
  }),
  ...run({
    region: "thoracic_vertebra",
    letter: "T",
    top: 165.9,
    heights: [9, 11.4],
    bodies: [9, 11.5],
    reaches: [19, 18, 17.2, 16.6, 16.2, 15.8, 15.4, 15, 14.6, 14, 12.6, 11.8],
  }),
  ...run({
    region: "lumbar_vertebra",
    letter: "L",
    top: 288.3,
    heights: [14.4, 16],
    bodies: [12, 14.5],
    reaches: [19.5, 21.5, 23, 21.5, 21.5],
  }),
];
