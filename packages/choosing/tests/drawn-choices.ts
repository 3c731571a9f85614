import type { Choices, ChosenCondition } from "@osteon/api";
import fc from "fast-check";
import { choiceProblems } from "../src/choice-problems.ts";
import { SPINAL } from "./sample-choices.ts";

type When = ChosenCondition["when"];
const when = fc.constantFrom<When>("ever", "around-diagnosis", "by-start");

const coded = (
  field: string,
  codes: readonly string[],
  whens: fc.Arbitrary<When> = when,
): fc.Arbitrary<ChosenCondition> =>
  fc.record({
    field: fc.constant(field),
    comparison: fc.constantFrom("is", "is-not", "known"),
    values: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
    when: whens,
  });

const numbered = (field: string, most: number, whens: fc.Arbitrary<When> = when): fc.Arbitrary<ChosenCondition> =>
  fc.record({
    field: fc.constant(field),
    comparison: fc.constantFrom("is", "is-not", "at-least", "at-most", "known"),
    values: fc.nat(most * 4).map((quarter) => [String(quarter / 4)]),
    when: whens,
  });

const ever = fc.constant<When>("ever");

/** A condition of any kind: a code, a number, yes or no; of the child, of visits, of things that a chart has none of, of lesions. */
export const drawnCondition: fc.Arbitrary<ChosenCondition> = fc.oneof(
  coded("lesion.region", ["spine", "trunk", "pelvis", "lower_extremity"]),
  coded("lesion.bone", ["clavicle", "tibia", "femur", "rib"]),
  coded("lesion.part", ["epiphysis", "diaphysis", "distal_metaphysis"]),
  coded("lesion_observation.state", ["new", "active", "not_visible"]),
  coded("patient.sex", ["female", "male", "undetermined"], ever),
  coded("visit.heat", ["yes", "no"]),
  coded("visit.subjective_change", ["improved", "worse"]),
  coded("imaging.modality", ["whole_body_mri", "scintigraphy"]),
  coded("treatment.drug_class", ["nsaid", "dmard", "tnf_inhibitor", "bisphosphonate"]),
  coded("manifestation.kind", ["psoriasis", "acne", "crohn"]),
  coded("sequela.kind", ["vertebral_fracture", "deformity"]),
  numbered("visit.pain_nrs", 10),
  numbered("visit.chaq", 3),
  numbered("laboratory.esr", 60),
  numbered("child.age_at_diagnosis", 17, ever),
  numbered("child.delay", 24, ever),
  numbered("child.follow_up", 90, ever),
);

const drawnGroups: fc.Arbitrary<Choices["groups"]> = fc.oneof(
  fc.constant<Choices["groups"]>({ by: "everyone" }),
  fc.record({
    by: fc.constantFrom("class", "plan"),
    members: fc.constantFrom("first", "every"),
    groups: fc.shuffledSubarray(
      [
        { classes: ["tnf_inhibitor"], drugs: [] },
        { classes: ["bisphosphonate"], drugs: [] },
        { classes: [], drugs: ["methotrexate", "sulfasalazine"] },
      ],
      { minLength: 1 },
    ),
  }),
);

/** Choices with any conditions and groups, whatever else is told. */
export const drawnChoices: fc.Arbitrary<Choices> = fc
  .record({ population: fc.array(drawnCondition, { maxLength: 3 }), groups: drawnGroups })
  .map((drawn) => ({ ...SPINAL, ...drawn }))
  .filter((choices) => choiceProblems(choices).length === 0);
