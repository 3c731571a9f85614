import { blandAltman, type IntraclassForm, intraclassCorrelation } from "@osteon/stats";
import { type EffectShown, effect } from "../comparisons/effects.ts";
import { plain, pText } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, limitsText, textTable } from "../shown/shown-tables.ts";
import { shownNumbers } from "../survival/survival-choices.ts";
import { coefficient } from "./coefficient.ts";
import { ICC_FORMS, icc, iccForms } from "./icc-forms.ts";
import type { AgreementAsked, Ratings } from "./ratings.ts";

/** Intraclass correlations, and of two raters the limits of agreement. */
export function numberAgreement({ raters, numbers: rows = [], count }: Ratings, { form, level }: AgreementAsked) {
  const repeated = rows.flatMap((row, i) => Array.from({ length: count?.[i] ?? 1 }, () => row));
  const forms: readonly IntraclassForm[] = iccForms(form);
  const found = forms.map((own) => intraclassCorrelation(repeated, own, level));
  const coefficients = forms.map((own, i) => ({
    form: own,
    ...coefficient(icc(own), found[i] as (typeof found)[number]),
  }));
  const [first] = found;
  const two = raters.length === 2;
  const bland = two
    ? blandAltman(
        rows.map(([x = null, y = null], i) => ({ x, y, n: count?.[i] ?? 1 })),
        level,
      )
    : undefined;
  const differences: readonly EffectShown[] =
    bland === undefined
      ? []
      : [
          effect(`bias, ${raters[0]} - ${raters[1]}`, bland.bias),
          effect("lower limit of agreement", bland.lowerLimit),
          effect("upper limit of agreement", bland.upperLimit),
        ];
  const heads = ["", "estimate", `${plain(level * 100)} % limits`, "F", "p"];
  const subjects = first?.subjects ?? 0;
  const incomplete = first?.incomplete ?? 0;
  const f = (i: number) => {
    const own = found[i];
    return own?.f.estimable ? `${plain(own.f.value)} on ${own.df.join(" and ")} df` : "NA";
  };
  return {
    numbers: {
      kind: "number",
      n: subjects,
      missing: incomplete,
      coefficients,
      ...(bland && { blandAltman: { ...shownNumbers({ sd: bland.sd }), differences } }),
    },
    tables: [
      textTable(
        "icc",
        `Intraclass correlation, ${plain(subjects)} rated by ${raters.length}`,
        heads,
        coefficients.map((own, i) => [own.name, plain(own.value), limitsText(own), f(i), pText(own.p)]),
      ),
      ...effectsTable(differences, level, "Limits of agreement (Bland and Altman)"),
    ],
    notes: [
      ...(incomplete > 0 ? [`${plain(incomplete)} without a rating of each left out.`] : []),
      ...reasonLines([
        ...coefficients.flatMap((own) => lostOf(own.name, own)),
        ...differences.flatMap((own) => lostOf(`the ${own.name}`, own)),
      ]),
    ],
    r: [
      "m <- m[complete.cases(m), ]",
      `psych::ICC(m, lmer = FALSE, alpha = ${plain(1 - level)}) # ${forms.join(", ")}`,
      ...forms.map((own) => ICC_FORMS[own].r),
      ...(two ? ["BlandAltmanLeh::bland.altman.stats(m[[1]], m[[2]])"] : []),
    ],
  };
}
