import type { Phrases } from "./phrases.ts";
import { paragraph, type Section } from "./sentence.ts";

/** Response to each line of treatment. */
export function treatmentSections(say: Phrases): readonly Section[] {
  return [
    { heading: "NSAID", paragraphs: nsaid(say) },
    { heading: "Corticosteroids and DMARD", paragraphs: steroid(say) },
    { heading: "TNF-α inhibitors", paragraphs: tnfInhibitor(say) },
    { heading: "Bisphosphonates", paragraphs: bisphosphonate(say) },
    { heading: "Clinical score", paragraphs: score(say) },
  ];
}

function nsaid({ share, counting, state, number, median }: Phrases): Section["paragraphs"] {
  const month3 = "response.nsaid/month3";
  return [
    paragraph`NSAID were given for a ${median("nsaid-exposure", 0)}. ${number("nsaid-alone.all.n")} of ${counting("nsaid.all.n", "child", "children")} had no
      concomitant antiinflammatory treatment. After 3 months ${state(month3, "partial_remission")} were in partial and
      ${state(month3, "full_remission")} in full remission; with symptoms, relapsed or escalated were ${share("nsaid-month12-failure")} after
      12 and ${share("nsaid-month24-failure")} after 24 months.`,
    paragraph`A whole-body MRI within the window was available in ${counting("radiological-response.nsaid.N", "child", "children")}:
      ${state("radiological-response.nsaid", "new_lesion")} showed new lesions, ${state("radiological-response.nsaid", "remaining_activity")}
      remaining activity, ${state("radiological-response.nsaid", "no_visible_lesion")} no visible lesion. Of the children with a new lesion
      ${number("nsaid-new-lesion-clinical.all.n")} had symptoms and ${number("nsaid-new-lesion-escalated.all.n")} were escalated.`,
  ];
}

function steroid({ children, share, counting, state, number }: Phrases): Section["paragraphs"] {
  const mri = "radiological-response.steroid";
  return [
    paragraph`After 2 weeks of corticosteroids ${children("steroid-week2-remission")} were in remission; with symptoms, relapsed or escalated
      were ${share("steroid-month3-failure")} after 3 and ${share("steroid-month12-failure")} after 12 months. MRI
      (${counting(`${mri}.N`, "child", "children")}): no visible lesion in ${state(mri, "no_visible_lesion")}, remaining activity in
      ${state(mri, "remaining_activity")}, new lesions in ${state(mri, "new_lesion")}.`,
    paragraph`${counting("dmard.all.n", "child given a DMARD was", "children given a DMARD were")} left out of the analysis of response;
      ${number("dmard-for-arthritis-or-bowel-disease.all.n")} of them had arthritis or inflammatory bowel disease.`,
  ];
}

function tnfInhibitor({ share, counting, state, median }: Phrases): Section["paragraphs"] {
  const month3 = "response.tnf_inhibitor/month3";
  const mri = "radiological-response.tnf_inhibitor";
  return [
    paragraph`The disease had lasted a ${median("tnf-disease-before", 0)} before the TNF-α inhibitor; the spine was involved in
      ${share("tnf-vertebral")}, arthritis present in ${share("tnf-arthritis")}. After 3 months ${state(month3, "partial_remission")} were in
      partial and ${state(month3, "full_remission")} in full remission; after 12 months ${share("tnf-inhibitor-month12-remission")} were in
      remission. MRI: no visible lesion in ${state(mri, "no_visible_lesion")}, remaining activity in ${state(mri, "remaining_activity")}, new
      lesions in ${state(mri, "new_lesion")}. Adverse effects were recorded in ${counting("tnf-adverse-effect.all.n", "child", "children")}.`,
  ];
}

function bisphosphonate({ share, counting, state, number, median }: Phrases): Section["paragraphs"] {
  const month6 = "response.bisphosphonate/month6";
  const month24 = "response.bisphosphonate/month24";
  const mri = "radiological-response.bisphosphonate";
  return [
    paragraph`Pamidronate was given to ${counting("bisphosphonate.all.n", "child", "children")} after a ${median("bisphosphonate-disease-before", 0)} of disease:
      ${share("bisphosphonate-male")} boys, ${share("bisphosphonate-multifocal")} with multifocal disease,
      ${share("bisphosphonate-fracture")} with vertebral fractures. After 6 months ${state(month6, "partial_remission")} were in partial and
      ${state(month6, "full_remission")} in full remission; after 24 months ${state(month24, "partial_remission")} and
      ${state(month24, "full_remission")}. MRI: no visible lesion in ${state(mri, "no_visible_lesion")}, remaining activity in
      ${state(mri, "remaining_activity")}, new lesions in ${state(mri, "new_lesion")}. During the first cycle
      ${counting("bisphosphonate-adverse-effect.all.n", "child", "children")} had adverse effects: fever (${number("bisphosphonate-effects.all.fever")}),
      conjunctivitis (${number("bisphosphonate-effects.all.conjunctivitis")}), hypocalcaemia
      (${number("bisphosphonate-effects.all.hypocalcaemia")}).`,
  ];
}

function score({ number }: Phrases): Section["paragraphs"] {
  const at = (name: string) => number(`jansson-score.all.${name}`, 0, 100, " %");
  return [
    paragraph`At 39 points or more the Jansson score had a sensitivity of ${at("sensitivity-39")} and a specificity of
      ${at("specificity-39")}; at 29 points or more ${at("sensitivity-29")} and ${at("specificity-29")}. The area under the ROC curve was
      ${number("jansson-score.all.roc-area", 2)}.`,
  ];
}
