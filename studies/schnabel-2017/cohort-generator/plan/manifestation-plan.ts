import type { ChildName } from "./demography.ts";

type Kind =
  | "arthritis"
  | "crohn"
  | "ulcerative_colitis"
  | "palmoplantar_pustulosis"
  | "acne_fulminans"
  | "acne"
  | "psoriasis";

/** Day from diagnosis; `precision` is how exactly the chart dates it. */
interface PlannedManifestation {
  readonly child: ChildName;
  readonly kind: Kind;
  readonly day: number;
  readonly precision: "day" | "month" | "year";
  readonly distant?: true;
  readonly joints?: readonly string[];
}

const of = (
  child: ChildName,
  kind: Kind,
  day: number,
  precision: PlannedManifestation["precision"] = "month",
): PlannedManifestation => ({ child, kind, day, precision });

const arthritis = (child: ChildName, day: number, ...joints: readonly string[]): PlannedManifestation => ({
  ...of(child, "arthritis", day, "month"),
  joints,
});

const distantArthritis = (child: ChildName, day: number, ...joints: readonly string[]): PlannedManifestation => ({
  ...of(child, "arthritis", day, "day"),
  distant: true,
  joints,
});

/** Arthritis in 20 children, distant in 7; bowel disease in 6; any of them, pustulosis or acne fulminans in 26. */
export const MANIFESTATIONS: readonly PlannedManifestation[] = [
  distantArthritis("arthritis1", 712, "knee", "ankle"),
  distantArthritis("tnf4", 1117, "temporomandibular", "knee"),
  distantArthritis("tnf7", 1384, "temporomandibular", "ankle"),
  distantArthritis("tnf6", 1530, "sacroiliac", "temporomandibular"),
  distantArthritis("refused1", 1795, "sacroiliac", "hip"),
  distantArthritis("refused2", 2108, "sacroiliac", "atlanto_axial"),
  distantArthritis("pamidronate1", 658, "knee"),
  arthritis("tnf2", 410, "knee"),
  arthritis("bowel2", 0, "ankle", "toe"),
  arthritis("steroid1", 160, "sternoclavicular"),
  arthritis("steroid3", 515, "knee"),
  arthritis("steroid8", 350, "ankle"),
  arthritis("relapse2", 30, "knee"),
  arthritis("relapse5", 600, "hip"),
  arthritis("relapse7", 170, "ankle", "knee"),
  arthritis("early1", -20, "knee"),
  arthritis("early2", 20, "wrist"),
  arthritis("single10", 100, "knee"),
  arthritis("quiet3", 60, "sacroiliac"),
  arthritis("quiet5", 200, "knee"),
  of("tnf1", "crohn", -10, "day"),
  of("bowel1", "crohn", 2, "day"),
  of("refused2", "crohn", 1980),
  of("steroid8", "crohn", 640),
  of("relapse5", "crohn", 1400, "year"),
  of("bowel2", "ulcerative_colitis", 10),
  of("steroid6", "palmoplantar_pustulosis", -30),
  of("quiet4", "palmoplantar_pustulosis", -200, "year"),
  of("arthritis1", "palmoplantar_pustulosis", 40),
  of("relapse2", "palmoplantar_pustulosis", -40),
  of("early2", "palmoplantar_pustulosis", 150),
  of("relapse3", "acne_fulminans", -15),
  of("single1", "acne_fulminans", -20),
  of("refused1", "acne_fulminans", 1500, "year"),
  of("steroid3", "acne_fulminans", 20),
  of("early1", "acne_fulminans", -25),
  of("relapse7", "psoriasis", 400, "year"),
  of("tnf6", "psoriasis", 900),
  of("single4", "acne", -90),
];

type SequelaKind = "hyperostosis" | "vertebral_fracture" | "gibbus" | "vessel_compression" | "nerve_involvement";

interface PlannedSequela {
  readonly child: ChildName;
  readonly kind: SequelaKind;
  readonly bone: string;
  readonly day: number;
}

const left = (child: ChildName, kind: SequelaKind, bone: string, day: number): PlannedSequela => ({
  child,
  kind,
  bone,
  day,
});

/** Sequelae in 19 children: hyperostosis in 16 (mandible in 4), vertebral fracture in 6, three children have both. */
export const SEQUELAE: readonly PlannedSequela[] = [
  left("pamidronate1", "vertebral_fracture", "thoracic_vertebra", 0),
  left("pamidronate1", "gibbus", "thoracic_vertebra", 5),
  left("pamidronate1", "hyperostosis", "femur", 1900),
  left("pamidronate2", "vertebral_fracture", "thoracic_vertebra", 4),
  left("pamidronate2", "hyperostosis", "tibia", 1100),
  left("pamidronate3", "vertebral_fracture", "thoracic_vertebra", 2),
  left("pamidronate4", "vertebral_fracture", "lumbar_vertebra", 6),
  left("pamidronate5", "vertebral_fracture", "thoracic_vertebra", 1),
  left("quiet3", "vertebral_fracture", "thoracic_vertebra", 365),
  left("quiet3", "hyperostosis", "tibia", 740),
  left("tnf3", "hyperostosis", "femur", 1150),
  left("tnf4", "hyperostosis", "tibia", 1440),
  left("tnf6", "hyperostosis", "clavicle", 1712),
  left("tnf7", "hyperostosis", "mandible", 1130),
  left("arthritis1", "hyperostosis", "clavicle", 1400),
  left("refused1", "hyperostosis", "tibia", 1890),
  left("pamidronate6", "hyperostosis", "femur", 1500),
  left("pamidronate6", "nerve_involvement", "femur", 1510),
  left("relapse4", "hyperostosis", "mandible", 740),
  left("relapse8", "hyperostosis", "tibia", 705),
  left("steroid1", "hyperostosis", "clavicle", 290),
  left("steroid1", "vessel_compression", "clavicle", 292),
  left("bowel1", "hyperostosis", "mandible", 350),
  left("single8", "hyperostosis", "mandible", 345),
  left("quiet4", "hyperostosis", "fibula", 725),
];

/** Not tested for HLA-B27; of the other 43 nine are positive, five of them with arthritis. */
export const WITHOUT_HLA_B27: ReadonlySet<ChildName> = new Set<ChildName>([
  "single1",
  "single2",
  "single5",
  "single6",
  "pamidronate5",
  "quiet1",
  "relapse8",
  "steroid2",
  "early4",
  "bowel1",
  "relapse6",
  "single9",
  "quiet2",
]);
export const HLA_B27_POSITIVE: ReadonlySet<ChildName> = new Set<ChildName>([
  "refused1",
  "tnf6",
  "steroid1",
  "quiet3",
  "relapse5",
  "steroid4",
  "single7",
  "relapse1",
  "pamidronate3",
]);

/** Reciprocal titres of antinuclear antibodies; 22 children were not tested, the other 29 are negative. */
export const ANA_TITRE: Partial<Readonly<Record<ChildName, number>>> = {
  tnf2: 320,
  arthritis1: 2560,
  steroid6: 640,
  single3: 80,
  relapse4: 80,
};
export const WITHOUT_ANA: ReadonlySet<ChildName> = new Set<ChildName>([
  "single1",
  "single2",
  "single4",
  "single5",
  "single6",
  "single7",
  "pamidronate4",
  "pamidronate5",
  "quiet1",
  "quiet2",
  "quiet5",
  "relapse1",
  "relapse5",
  "relapse6",
  "relapse8",
  "steroid2",
  "steroid4",
  "steroid9",
  "early3",
  "early4",
  "tnf5",
  "pamidronate1",
]);
