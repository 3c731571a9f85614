import { closed, open, oval, type Point, points } from "./outline.ts";
import { bone, far, hollow, type Part, part, seam, shade } from "./part.ts";

const clavicleOutline = closed(
  ...points(`
      8.6,176.6 11,173.6 18,172.4 30,173.6 40,170.6 50,165.4 60,163 68.5,163.4 70.4,166 67,168.6
      59,168.4 51,171 41,176.4 30,179.4 18,178.8 11,180.6`),
);

const clavicleFront = part(
  "clavicle",
  [35, 175],
  [
    bone(clavicleOutline),
    shade(closed(...points("12,179.6 18,177.8 30,178.4 41,175.4 51,170.2 60,167.6 50,168.4 40,173.4 30,176.4 18,176"))),
  ],
  { reach: 4 },
);

const clavicleBack = part("clavicle", [46, 169.6], [far(clavicleOutline)], { reach: 4 });

const blade: readonly Point[] = points(`
      31,171.5 27.4,176 25.6,187 27.4,204 32,222 37,236.5 41.4,237 45,227 51,214 58.5,201.5 63.5,196.5
      65.4,190 64.4,181 60,178.4 55,176.8 49,174.4 40,172.6`);

const scapulaFront = part(
  "scapula",
  [60, 181],
  [
    far(closed(...blade)),
    seam(open([58, 196], [50, 208], [43, 224])),
    bone(closed(...points("59,172.8 63,167.8 70,163.4 76.6,164.4 79,168 76,170.6 70,170.2 64,173.6"))),
    bone(
      closed(
        ...points(`
      50.6,178.4 52,172.8 57,169.4 63,171 67.2,176.4 68,182 65,184.4 62.6,181.4 60.6,178.4 57,179.6`),
      ),
    ),
    bone(oval([64.6, 190.4], 3.2, 7.6, 0.06)),
  ],
  { row: "down", reach: 1 },
);

const scapulaBack = part(
  "scapula",
  [43, 208],
  [
    bone(closed(...blade)),
    shade(closed(...points("31,190 46,185.5 58,183 60,188 50,193 38,198 31,200"))),
    shade(closed(...points("62.6,196 57.5,200.8 50,213.4 44.2,226.5 41,235.6 42,224 48,209 56,198"))),
    seam(open([30, 203], [34.4, 221], [39, 232])),
    bone(
      closed(
        ...points(`
      25.8,190.4 29,187.2 38,184.6 50,179.4 60,172.4 67,165.4 74,162.4 80.4,164.6 82,170 78.6,174
      72.4,172.6 67,174.6 60,180 50,185 38,188.6 29,191`),
      ),
    ),
    hollow(closed([62.4, 181], [66, 177.6], [67.6, 178.4], [65.2, 182.6])),
  ],
  { row: "down" },
);

export const CLAVICLE_FRONT: readonly Part[] = [clavicleFront];
export const CLAVICLE_BACK: readonly Part[] = [clavicleBack];
export const SCAPULA_FRONT: readonly Part[] = [scapulaFront];
export const SCAPULA_BACK: readonly Part[] = [scapulaBack];
