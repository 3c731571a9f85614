import { type Random, seededRandom } from "../seeded-random.ts";
import { CHILD_NAMES, type ChildName } from "./demography.ts";
import { laterMri } from "./imaging-plan.ts";
import { LESIONS } from "./lesion-plan.ts";
import type { ScoreItems } from "./score-plan.ts";
import { type DealtRegion, isPaired, LEG_BONES, OTHER_BONES, partsOf, VERTEBRAE } from "./skeleton.ts";

export interface PlannedLesion {
  readonly bone: string;
  readonly side: "left" | "right" | "midline";
  readonly part: string;
  readonly level: string;
  /** 0: seen at diagnosis; n: new on the n-th later MRI that shows a new lesion. */
  readonly wave: number;
}

const LEG_LESIONS = 216;

/** A lesion whose bone is settled, or one that is still to be dealt to a leg or to another place. */
interface Slot {
  readonly name: ChildName;
  readonly wave: number;
  readonly bone: string | undefined;
  readonly side?: "left" | "right";
}

/** The lesions of every child: settled bones first, the others dealt so that 216 of the 385 lie in the legs. */
export function placeLesions(
  items: ReadonlyMap<ChildName, ScoreItems>,
): ReadonlyMap<ChildName, readonly PlannedLesion[]> {
  const slots = CHILD_NAMES.flatMap((name) => slotsOf(name, items.get(name)?.symmetric === true));
  const settledLegs = slots.filter(({ bone }) => bone !== undefined && LEG_BONES.has(bone)).length;
  const open = slots.filter(({ bone }) => bone === undefined).length;
  const legs = LEG_LESIONS - settledLegs;
  const regions = seededRandom("regions").shuffled(
    Array.from({ length: open }, (_, index): DealtRegion => (index < legs ? "leg" : "other")),
  );
  let dealt = 0;
  const withRegion = slots.map((slot) => ({ slot, region: slot.bone === undefined ? regions[dealt++] : undefined }));
  return new Map(
    CHILD_NAMES.map((name) => {
      const own = withRegion.filter(({ slot }) => slot.name === name);
      return [name, fill(name, own, items.get(name)?.symmetric === true)];
    }),
  );
}

function slotsOf(name: ChildName, symmetric: boolean): readonly Slot[] {
  const { atDiagnosis, total, vertebrae, bones } = LESIONS[name];
  const random = seededRandom(`slots of ${name}`);
  const pair = random.pick(["femur", "tibia", "tibia", "fibula", "ilium"]);
  const settled: readonly Slot[] = [
    ...Array.from({ length: vertebrae }, () => ({ name, wave: 0, bone: vertebraOf(random) })),
    ...bones.map((bone) => ({ name, wave: 0, bone })),
    ...(symmetric ? (["left", "right"] as const).map((side) => ({ name, wave: 0, bone: pair, side })) : []),
  ];
  const open = Array.from({ length: atDiagnosis - settled.length }, () => ({ name, wave: 0, bone: undefined }));
  return [...settled, ...open, ...newSlots(name, total - atDiagnosis)];
}

const vertebraOf = (random: Random): string =>
  random.pick(["thoracic_vertebra", "thoracic_vertebra", "lumbar_vertebra"]);

/** Every later MRI with a new lesion gets one, the earlier ones what is left. */
function newSlots(name: ChildName, count: number): readonly Slot[] {
  const waves = laterMri(name).filter(({ reading }) => reading === "new").length;
  if (count < waves || (waves === 0 && count > 0)) throw new Error(`${name}: ${count} new lesions on ${waves} MRI`);
  return Array.from({ length: count }, (_, index) => ({ name, wave: 1 + (index % waves), bone: undefined }));
}

type OpenSlot = { readonly slot: Slot; readonly region: DealtRegion | undefined };

function fill(name: ChildName, slots: readonly OpenSlot[], symmetric: boolean): readonly PlannedLesion[] {
  const random = seededRandom(`lesions of ${name}`);
  const placed: PlannedLesion[] = [];
  for (const { slot, region } of slots) placed.push(lesionAt(slot, region, placed, symmetric, random));
  return placed;
}

function lesionAt(
  { bone: settled, wave, side }: Slot,
  region: DealtRegion | undefined,
  placed: readonly PlannedLesion[],
  symmetric: boolean,
  random: Random,
): PlannedLesion {
  for (let tries = 0; tries < 500; tries += 1) {
    const bone = settled ?? random.pick(region === "leg" ? [...LEG_BONES.values()] : OTHER_BONES);
    const weighted =
      settled ?? (region === "leg" ? random.pick(["femur", "femur", "tibia", "tibia", "tibia", bone]) : bone);
    const found: PlannedLesion = {
      bone: weighted,
      side: side ?? (isPaired(weighted) ? random.pick(["left", "right"] as const) : "midline"),
      part: random.pick(partsOf(weighted)),
      level: levelOf(weighted, random),
      wave,
    };
    if (isFree(found, placed) && (symmetric || wave > 0 || !mirrors(found, placed))) return found;
  }
  throw new Error("no place is left for a lesion");
}

const levelOf = (bone: string, random: Random): string => {
  const levels = VERTEBRAE.get(bone);
  return levels === undefined ? "not applicable" : random.pick(levels);
};

const isFree = (found: PlannedLesion, placed: readonly PlannedLesion[]): boolean =>
  !placed.some(
    ({ bone, side, part, level }) =>
      bone === found.bone && side === found.side && part === found.part && level === found.level,
  );

/** Children without the item "symmetric lesions" have no bone affected on both sides at diagnosis. */
const mirrors = (found: PlannedLesion, placed: readonly PlannedLesion[]): boolean =>
  placed.some(({ bone, side, wave }) => wave === 0 && bone === found.bone && side !== found.side);
