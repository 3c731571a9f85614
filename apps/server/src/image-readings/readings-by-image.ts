import { BONE_PLACES, BONES, type BonePlace } from "@osteon/codebook";
import type { FirstReading, ImageReading } from "@osteon/registry";

/** From the one that matters most: of several lesions in one place the first counts. */
const STATES = ["new", "active", "remaining", "not_visible"] as const;
export type ImageState = (typeof STATES)[number];

/** What one reader says of an examination; the first reader, of whom the chart tells, has no account. */
export interface ReaderSaid {
  readonly reader: string | null;
  readonly states: ReadonlyMap<string, ImageState>;
}

/** An examination with every reading of it that stands, the first one before the others. */
export interface ReadImage extends Omit<FirstReading, "lesions"> {
  readonly said: readonly ReaderSaid[];
}

export const keyOfPlace = ({ bone, side }: BonePlace): string => `${bone} ${side}`;

const PLACES = new Set(BONE_PLACES.map(keyOfPlace));
const PAIRED = new Map(BONES.map(({ code, paired }) => [code, paired]));

const isState = (state: string): state is ImageState => STATES.some((one) => one === state);

/** Joins readings to their examinations. On an examination without any observation no lesion was looked for: it has no first reading. */
export function readingsByImage(
  images: readonly FirstReading[],
  readings: readonly ImageReading[],
): readonly ReadImage[] {
  return images.map(({ lesions, ...image }) => {
    const again = readings.filter(
      ({ centre, imaging, withdrawnAt }) =>
        withdrawnAt === null && centre === image.centre && imaging === image.imaging,
    );
    const first = lesions.length === 0 ? [] : [{ reader: null, states: statesOf(lesions.map(placed)) }];
    const others = again.map(({ reader, findings }) => ({ reader, states: statesOf(Object.entries(findings)) }));
    return { ...image, said: [...first, ...others] };
  });
}

/** A paired bone of which no side is written lies in no place. */
function placed({ bone, side, state }: FirstReading["lesions"][number]): readonly [string, string] {
  return [`${bone} ${PAIRED.get(bone) === false ? "midline" : side}`, state];
}

function statesOf(told: readonly (readonly [string, string])[]): ReadonlyMap<string, ImageState> {
  const states = new Map<string, ImageState>();
  for (const [place, state] of told) {
    const before = states.get(place);
    if (!PLACES.has(place) || !isState(state)) continue;
    if (before === undefined || STATES.indexOf(state) < STATES.indexOf(before)) states.set(place, state);
  }
  return states;
}
