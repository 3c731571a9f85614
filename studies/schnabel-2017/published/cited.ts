/** Numbers that the paper prints from other studies or from general knowledge: no chart of this cohort can give them. */
export const CITED = [
  {
    printed: "0.5–15",
    quote: "mostly defined by the last medical visit (from 0.5–15 yrs)",
    place: "Introduction and Discussion",
  },
  { printed: "8%", quote: "as compared with 8% in the general population", place: "Discussion" },
  { printed: "70; 39%", quote: "Borzutzky, et al: cohort of 70 patients with CNO (36% vs 39%)", place: "Discussion" },
  { printed: "57%", quote: "These observations agree with data from Kaiser, et al (57%)", place: "Discussion" },
  { printed: "61%; 51%", quote: "comparable clinical (61% vs 51%)", place: "Discussion" },
  {
    printed: "26%; 27%",
    quote: "and “radiological remission” rates (26% vs 27%) after 12 months",
    place: "Discussion",
  },
] as const;
