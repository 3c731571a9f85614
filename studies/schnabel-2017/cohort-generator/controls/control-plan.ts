import { seededRandom } from "../seeded-random.ts";

/** A child with bacterial osteomyelitis: what the score and the chart need. */
export interface ControlPlan {
  readonly name: string;
  readonly normalCount: boolean;
  readonly fever: boolean;
  readonly bones: readonly string[];
  readonly sclerosis: boolean;
  /** mg/L. */
  readonly crp: number;
}

const BONES = [
  "tibia",
  "tibia",
  "tibia",
  "femur",
  "femur",
  "femur",
  "humerus",
  "fibula",
  "calcaneus",
  "radius",
  "ilium",
];

type Special = Pick<ControlPlan, "bones" | "sclerosis">;

/** Eight controls look like CNO: normal count and temperature, and something more. The first reaches 39 points, all eight 29. */
const LIKE_CNO: readonly Special[] = [
  { bones: ["tibia", "femur"], sclerosis: true },
  { bones: ["clavicle"], sclerosis: false },
  { bones: ["thoracic_vertebra"], sclerosis: false },
  { bones: ["lumbar_vertebra"], sclerosis: false },
  { bones: ["tibia"], sclerosis: true },
  { bones: ["femur"], sclerosis: true },
  { bones: ["femur", "humerus"], sclerosis: false },
  { bones: ["tibia", "calcaneus"], sclerosis: false },
];

const CONTROLS = 56;

/** The 56 controls. Apart from the eight, a normal count and a normal temperature stay with one typical lesion: 28 points at most. */
export function planControls(): readonly ControlPlan[] {
  return Array.from({ length: CONTROLS }, (_, index) => {
    const name = `control${index + 1}`;
    const random = seededRandom(`plan of ${name}`);
    const special = LIKE_CNO[index];
    const crp = random.chance(0.12) ? random.decimal(11, 24, 1) : random.decimal(25, 190, 1);
    if (special !== undefined) return { name, normalCount: true, fever: false, crp, ...special };
    const bones = [random.pick(BONES), ...(random.chance(0.1) ? ["humerus"] : [])];
    const several = bones.length > 1;
    const normalCount = !several && random.chance(0.45);
    const fever = several || random.chance(0.68);
    return { name, normalCount, fever, bones: [...new Set(bones)], sclerosis: false, crp };
  });
}
