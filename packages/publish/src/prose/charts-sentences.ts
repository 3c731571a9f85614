import type { Inputs } from "@osteon/estimate";
import { type Language, type Pair, plural } from "@osteon/words";

interface Says {
  readonly notCollected: (what: string, version: number) => string;
  readonly limits: (results: number, which: string) => string;
  readonly outside: (children: number) => string;
}

const SAYS: Pair<Says> = {
  en: {
    notCollected: (what, version) =>
      `Not collected then: ${what}. These charts are of version ${version} of the codebook, which did not ask for it; where a number rests on it, that is why there is none.`,
    limits: (results, which) =>
      `Of ${results} results of laboratories no more than a limit of measurement is known (${which}). What follows from them is counted where every value on their side gives the same answer; how medians and means treat them stands among the assumptions.`,
    outside: (children) =>
      `Not counted: ${plural(children, { one: "1 child that was", other: `${children} children who were` }, "en")} diagnosed outside the period of the study.`,
  },
  de: {
    notCollected: (what, version) =>
      `Damals nicht erfasst: ${what}. Diese Akten folgen Version ${version} des Codebuchs, die nicht danach fragte; wo eine Zahl darauf beruht, gibt es deshalb keine.`,
    limits: (results, which) =>
      `Von ${results} Laborergebnissen ist nur eine Messgrenze bekannt (${which}). Was aus ihnen folgt, zählt, wo jeder Wert auf ihrer Seite dieselbe Antwort gibt; wie Mediane und Mittelwerte sie behandeln, steht bei den Annahmen.`,
    outside: (children) =>
      `Nicht gezählt: ${plural(children, { one: "1 Kind, das", other: `${children} Kinder, die` }, "de")} außerhalb des Zeitraums der Studie diagnostiziert ${plural(children, { one: "wurde", other: "wurden" }, "de")}.`,
  },
};

/** What is to be known of the charts before their numbers: who is left out by the day of diagnosis, what nobody asked for then, and where no more than a limit is known. */
export function chartsSentences(
  { notCollected, limitsOnly, outsidePeriod }: Inputs,
  language: Language = "en",
): readonly string[] {
  const says = SAYS[language];
  const sentences: string[] = outsidePeriod === undefined ? [] : [says.outside(outsidePeriod)];
  if (notCollected !== undefined) {
    const what = [...new Set(notCollected.fields.map((field) => field[language]))];
    sentences.push(says.notCollected(what.join(", "), notCollected.version));
  }
  if (limitsOnly !== undefined) {
    const all = limitsOnly.reduce((sum, { results }) => sum + results, 0);
    const which = limitsOnly.map((one) => `${one[language]}: ${one.results}`).join("; ");
    sentences.push(says.limits(all, which));
  }
  return sentences;
}
