import type { IntraclassForm } from "@osteon/stats";
import { Refusal } from "../refusal.ts";

interface FormNames {
  /** As McGraw and Wong write it (Psychological Methods 1996;1:30-46). */
  readonly mcGrawWong: string;
  readonly says: string;
  readonly r: string;
}

const irr = (model: string, type: string, unit: string): string =>
  `irr::icc(m, model = "${model}", type = "${type}", unit = "${unit}")`;

/** The six forms, by the names of Shrout and Fleiss and of McGraw and Wong. */
export const ICC_FORMS: Readonly<Record<IntraclassForm, FormNames>> = {
  ICC1: {
    mcGrawWong: "ICC(1)",
    says: "one rating, raters differ by subject",
    r: irr("oneway", "consistency", "single"),
  },
  ICC2: { mcGrawWong: "ICC(A,1)", says: "agreement of one rating", r: irr("twoway", "agreement", "single") },
  ICC3: { mcGrawWong: "ICC(C,1)", says: "consistency of one rating", r: irr("twoway", "consistency", "single") },
  ICC1k: {
    mcGrawWong: "ICC(k)",
    says: "the mean, raters differ by subject",
    r: irr("oneway", "consistency", "average"),
  },
  ICC2k: { mcGrawWong: "ICC(A,k)", says: "agreement of the mean", r: irr("twoway", "agreement", "average") },
  ICC3k: { mcGrawWong: "ICC(C,k)", says: "consistency of the mean", r: irr("twoway", "consistency", "average") },
};

const FORMS = Object.keys(ICC_FORMS) as readonly IntraclassForm[];

/** `ICC(A,1), ICC2: agreement of one rating`. */
export const icc = (form: IntraclassForm): string => `${ICC_FORMS[form].mcGrawWong}, ${form}: ${ICC_FORMS[form].says}`;

/** Forms by either name, separated by commas; all of them where none is named. */
export function iccForms(list: string | undefined): readonly IntraclassForm[] {
  if (list === undefined) return FORMS;
  const plain = (text: string) => text.trim().toLowerCase().replaceAll(/[\s]/g, "");
  return list.split(/,(?![^(]*\))/).map((text) => {
    const found = FORMS.find((form) => [form, ICC_FORMS[form].mcGrawWong].some((name) => plain(name) === plain(text)));
    if (found !== undefined) return found;
    const names = FORMS.map((form) => `${form} or ${ICC_FORMS[form].mcGrawWong}`).join(", ");
    throw new Refusal("asked", `--form ${text.trim()}: there is no such form. There are ${names}.`);
  });
}
