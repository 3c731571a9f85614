import type { ChildName } from "./demography.ts";
import { visitsOf } from "./visit-plan.ts";

export type Modality = "whole_body_mri" | "regional_mri" | "x_ray" | "scintigraphy";
/** What a later MRI shows of all lesions together. */
export type MriReading = "new" | "remaining" | "none";

export interface PlannedMri {
  readonly day: number;
  readonly modality: Modality;
  readonly reading: MriReading;
}

/** Children whose first MRI was regional; one had a scintigraphy and X-rays alone, all others a whole-body MRI. */
const REGIONAL_FIRST: ReadonlySet<ChildName> = new Set<ChildName>([
  "single1",
  "single2",
  "single3",
  "single4",
  "single5",
  "single6",
  "single9",
  "pamidronate5",
  "relapse1",
  "bowel1",
  "early4",
  "quiet1",
  "steroid2",
]);
const WITHOUT_MRI: ChildName = "relapse5";

export function firstModality(name: ChildName): Modality {
  if (name === WITHOUT_MRI) return "scintigraphy";
  return REGIONAL_FIRST.has(name) ? "regional_mri" : "whole_body_mri";
}

/** Children with an active vertebral lesion on the MRI about one year after diagnosis. */
export const SPINE_ACTIVE_AFTER_ONE_YEAR: ReadonlySet<ChildName> = new Set<ChildName>([
  "pamidronate1",
  "tnf5",
  "steroid5",
  "quiet3",
]);

const READINGS: Readonly<Record<string, MriReading>> = { n: "new", r: "remaining", 0: "none" };

/**
 * MRI that read the response to a line: day from diagnosis, w whole-body or r regional, then n new lesion, r remaining
 * activity, 0 no visible lesion. The MRI of a relapse follow from the relapses.
 */
const RESPONSE_MRI: Partial<Readonly<Record<ChildName, string>>> = {
  tnf1: "360w0",
  tnf2: "362wr 818wr 1180w0",
  tnf3: "356wr 1150wr 1515w0",
  tnf4: "1440wr 1800wr",
  tnf5: "270rr 630w0",
  tnf6: "1712wr 1810wn 2232w0",
  tnf7: "346wr 1610wr 1701wn 2126wr",
  pamidronate1: "366wr",
  pamidronate2: "368wr",
  pamidronate3: "355w0",
  pamidronate4: "352wr",
  pamidronate5: "360r0",
  pamidronate6: "2095w0",
  refused2: "367w0",
  early3: "362wr",
  early4: "350w0",
  steroid3: "360wr",
  steroid4: "340wr",
  steroid5: "356wr",
  steroid6: "365wr",
  steroid7: "351wr",
  steroid8: "363wr",
  steroid9: "430r0",
  relapse1: "362wr",
  relapse2: "355wr",
  relapse3: "360wr",
  relapse4: "352wn",
  relapse6: "358wn",
  relapse7: "370wn",
  relapse8: "345w0",
  single3: "150w0",
  single6: "300w0",
  single7: "340w0",
  single8: "345wr",
  single10: "350w0",
  single11: "371w0",
  quiet2: "365wn",
  quiet3: "360wr",
  quiet4: "362wr",
  quiet5: "356wn",
};

/** Until this day a relapse is imaged regionally, so that whole-body MRI of the first year read the response alone. */
const REGIONAL_UNTIL_DAY = 430;

/** Every MRI after diagnosis, in order. */
export function laterMri(name: ChildName): readonly PlannedMri[] {
  const ofRelapses = visitsOf(name)
    .filter(({ state }) => state === "relapse")
    .map(({ day }, index): PlannedMri => {
      const regional = day <= REGIONAL_UNTIL_DAY || (day + index) % 3 === 0;
      return {
        day: day + relapseMriDelay(day),
        modality: regional ? "regional_mri" : "whole_body_mri",
        reading: "new",
      };
    });
  const ofResponse = (RESPONSE_MRI[name]?.split(" ") ?? []).map((token) => readToken(name, token));
  return [...ofResponse, ...ofRelapses].sort((a, b) => a.day - b.day);
}

/** Zero to 14 days after the visit. */
const relapseMriDelay = (day: number): number => (day * 7) % 15;

function readToken(name: ChildName, token: string): PlannedMri {
  const [, day, kind, found] = /^(\d+)([wr])([nr0])$/.exec(token) ?? [];
  const reading = READINGS[found ?? ""];
  if (reading === undefined) throw new Error(`${name} has no such MRI: ${token}`);
  return { day: Number(day), modality: kind === "w" ? "whole_body_mri" : "regional_mri", reading };
}
