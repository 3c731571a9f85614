import { choice, date, decimal, key, reference, since, type Table, text, yesNo } from "../field.ts";

/** What a densitometry found; a Z score is read by the reference data that it was computed with. */
export const boneDensity: Table = {
  name: "bone_density",
  says: "One row per site at which the bone density was measured.",
  since: 3,
  names: { one: ["Bone density", "Knochendichte"], many: ["Bone density", "Knochendichte"] },
  german: "Eine Zeile je Stelle, an der die Knochendichte gemessen wurde.",
  fields: [
    key(
      "bone_density",
      "Number of the measurement, unique in the study.",
      since(3, ["Number of the measurement", "Nummer der Messung"], "Nummer der Messung, in der Studie einmalig."),
    ),
    reference("patient", "Pseudonym of the child.", {
      required: true,
      ...since(3, ["Child", "Kind"], "Pseudonym des Kindes."),
    }),
    date("measured_on", "Day of the measurement.", {
      required: true,
      ...since(3, ["Measured on", "Gemessen am"], "Tag der Messung."),
    }),
    choice(
      "measured_site",
      "Where was it measured?",
      [
        { code: "lumbar_spine", says: "Lumbar spine", german: "Lendenwirbelsäule", since: 3 },
        { code: "total_body", says: "Whole body", german: "Ganzer Körper", since: 3 },
        { code: "total_body_less_head", says: "Whole body less head", german: "Ganzer Körper ohne Kopf", since: 3 },
        { code: "hip", says: "Hip", german: "Hüfte", since: 3 },
        { code: "forearm", says: "Forearm", german: "Unterarm", since: 3 },
        { code: "other", says: "Elsewhere", german: "Anderswo", since: 3 },
      ],
      { required: true, ...since(3, ["Site", "Stelle"], "Wo wurde gemessen?") },
    ),
    choice(
      "method",
      "How was it measured?",
      [
        {
          code: "dxa",
          says: "Dual-energy X-ray absorptiometry (DXA)",
          german: "Doppelröntgen-Absorptiometrie (DXA)",
          since: 3,
        },
        {
          code: "qct",
          says: "Quantitative computed tomography (QCT, pQCT)",
          german: "Quantitative Computertomographie (QCT, pQCT)",
          since: 3,
        },
        { code: "other", says: "Otherwise", german: "Anders", since: 3 },
      ],
      { required: true, ...since(3, ["Method", "Verfahren"], "Wie wurde gemessen?") },
    ),
    decimal(
      "z_score",
      "Z score for age and sex.",
      2,
      { possible: [-15, 15], plausible: [-5, 4] },
      since(3, ["Z score", "Z-Wert"], "Z-Wert für Alter und Geschlecht."),
    ),
    yesNo(
      "z_score_for_height",
      "Is the Z score adjusted for the child's height?",
      since(
        3,
        ["Z score adjusted for height", "Z-Wert größenkorrigiert"],
        "Ist der Z-Wert für die Größe des Kindes korrigiert?",
      ),
    ),
    decimal(
      "density_g_per_cm2",
      "Density per area, by DXA.",
      3,
      { possible: [0, 3], plausible: [0.2, 1.5] },
      { unit: "g/cm2", ...since(3, ["Density per area", "Flächendichte"], "Dichte je Fläche, mit DXA.") },
    ),
    text(
      "reference_data",
      "Reference data of the Z score.",
      since(3, ["Reference data", "Referenzdaten"], "Referenzdaten des Z-Werts."),
    ),
    text("device", "Device and its maker.", since(3, ["Device", "Gerät"], "Gerät und Hersteller.")),
  ],
  rules: [],
};
