import { type Scaled, type Stated, scaled } from "@osteon/protocol";
import { PEDCNO_RULES, type PedcnoRules } from "../pedcno.ts";

/** What the model `outcome_profile` reads beside the rules of states and of PedCNO; a study spreads it beside `cnoRules()`. */
export type OutcomeRules = PedcnoRules & {
  readonly cdas: Stated;
  readonly cdasFall: Stated & { readonly atLeast: Scaled };
  readonly severeDisease: Stated & { readonly physicianGlobalAtLeast: number };
  readonly lowPain: Stated & { readonly atMost: number };
  readonly mriInactive: Stated;
};

export const OUTCOME_RULES: OutcomeRules = {
  ...PEDCNO_RULES,
  cdas: {
    says: "The clinical disease activity score (CDAS) adds pain, patient global and the number of clinical lesions of one visit, without a cap; where one of the three is not recorded there is no score.",
    source:
      "Wu et al., J Rheumatol 2023;50:1333-40, names the three components; that they are added without a cap is our choice",
    assumption: true,
  },
  cdasFall: {
    says: "CDAS has improved where it is at least 2.5 lower than at day 0; a score that was lower than 2.5 at day 0, as 0, cannot improve.",
    source: "Abstract of the CHOIR registry on PROMIS measures: a fall of 2.5 is meaningful",
    assumption: true,
    atLeast: scaled(2.5, 10),
  },
  severeDisease: {
    says: "Severe disease is a physician global of 4 or more.",
    source: "National paediatric rheumatologic database of Germany, doi:10.1186/s13075-021-02658-w",
    physicianGlobalAtLeast: 4,
  },
  lowPain: {
    says: "Low pain is pain of at most 1 on the scale from 0 to 10.",
    assumption: true,
    atMost: 1,
  },
  mriInactive: {
    says: "Inactive by MRI: of the MRIs within the window of the time point the whole-body MRI closest to it shows no lesion that is new, active or remaining. Without a whole-body MRI the closest regional one can show activity, never its absence. An MRI on which no lesion was looked for is passed over.",
    assumption: true,
  },
};
