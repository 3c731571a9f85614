import { cell, choice, day, field, problem } from "@osteon/words";
import { COMPARE } from "./compare-words.ts";

/** What can be wrong with what is entered in a field that a registry added. */
export const OWN_ENTRY_PROBLEMS = {
  "retired-field": problem(
    { field },
    {
      en: (v, { inForm }) => ({
        says: `${v.field} was retired and takes no new value.`,
        fix: inForm ? "Empty it." : "Empty the cell.",
      }),
      de: (v, { inForm }) => ({
        says: `${v.field} ist stillgelegt und nimmt keinen neuen Wert auf.`,
        fix: inForm ? "Das Feld leeren." : "Die Zelle leeren.",
      }),
    },
  ),
  "required-since": problem(
    { field, from: day },
    {
      en: (v, { inForm }) => ({
        says: `${v.field} is blank, and rows from ${v.from} on need it.`,
        fix: inForm
          ? "Enter it, or say why there is no value."
          : "Enter it, or write `unknown`, `not done` or `not applicable`.",
      }),
      de: (v, { inForm }) => ({
        says: `${v.field} ist leer, wird aber in Zeilen ab ${v.from} gebraucht.`,
        fix: inForm
          ? "Den Wert eintragen oder angeben, warum es keinen gibt."
          : "Den Wert eintragen, oder `unknown` (unbekannt), `not done` (nicht gemacht) oder `not applicable` (trifft nicht zu) schreiben.",
      }),
    },
  ),
  "not-asked": problem(
    { field, other: field, code: choice },
    {
      en: (v) => ({
        says: `${v.field} is answered, and is asked only where ${v.other} is ${v.code}.`,
        fix: `Empty ${v.field}, or correct ${v.other}.`,
      }),
      de: (v) => ({
        says: `${v.field} ist beantwortet; gefragt wird nur, wenn ${v.other} ${v.code} ist.`,
        fix: `${v.field} leeren oder ${v.other} berichtigen.`,
      }),
    },
  ),
  "narrowed-since": problem(
    { field, value: cell },
    {
      en: (v) => ({
        says: `${v.field} is ${v.value}, which it takes no more: it was entered before the field was changed, and stays until it is touched.`,
        fix: "Compare with the chart; correct it, or leave it.",
      }),
      de: (v) => ({
        says: `${v.field}: ${v.value} nimmt das Feld nicht mehr auf; der Wert stammt von vor der Änderung und bleibt, bis ihn jemand berührt.`,
        fix: COMPARE.de,
      }),
    },
  ),
} as const;
