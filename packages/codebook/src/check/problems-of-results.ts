import {
  count,
  day,
  field,
  number,
  numeral,
  oneOf,
  optional,
  problem,
  quoted,
  sentence,
  several,
  text,
} from "@osteon/words";

/** What can be wrong with a laboratory result. */
export const RESULT_PROBLEMS = {
  "finding-not-number": problem(
    { analyte: sentence, field, finding: field },
    {
      en: (v) => ({
        says: `${v.analyte} is positive or negative; it has no ${v.field}.`,
        fix: `Empty ${v.field}, and enter positive or negative as ${v.finding}.`,
      }),
      de: (v) => ({
        says: `${v.analyte} ist positiv oder negativ; ${v.field} bleibt leer.`,
        fix: `${v.field} leeren und bei ${v.finding} positiv oder negativ eintragen.`,
      }),
    },
  ),
  "number-not-finding": problem(
    { analyte: sentence, finding: field, value: field },
    {
      en: (v) => ({
        says: `${v.analyte} is a number; positive and negative are for findings.`,
        fix: `Empty ${v.finding}, and enter the number as ${v.value}.`,
      }),
      de: (v) => ({
        says: `${v.analyte} ist eine Zahl; positiv und negativ sind für Befunde.`,
        fix: `${v.finding} leeren und die Zahl bei ${v.value} eintragen.`,
      }),
    },
  ),
  "result-missing": problem(
    { analyte: sentence, needs: oneOf("finding", "value") },
    {
      en: (v, { inForm }) => ({
        says: `${v.analyte} needs a ${v.needs}.`,
        fix: `Enter ${v.needs === "finding" ? "positive or negative" : "the result as reported"}, or ${inForm ? "say that it is unknown or was not done" : "write `unknown` or `not done`"}.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.analyte}: Der ${v.needs === "finding" ? "Befund" : "Wert"} fehlt.`,
        fix: `${v.needs === "finding" ? "Positiv oder negativ" : "Das Ergebnis wie berichtet"} eintragen oder ${inForm ? "angeben, dass es unbekannt ist oder nicht gemacht wurde" : "`unknown` (unbekannt) oder `not done` (nicht gemacht) schreiben"}.`,
      }),
    },
  ),
  "unknown-unit": problem(
    { analyte: sentence, code: text, unit: quoted, meant: optional(text), units: several(text) },
    {
      en: (v, { inForm }) => ({
        says: `${v.analyte} is not reported in ${v.unit}.`,
        fix: `${v.meant === undefined ? "" : `Did you mean ${v.meant}? `}Known for ${inForm ? v.analyte : v.code}: ${v.units}. Else convert the result first.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.analyte}: Die Einheit ${v.unit} ist für diese Messgröße nicht bekannt.`,
        fix: `${v.meant === undefined ? "" : `Ist ${v.meant} gemeint? `}Bekannt für ${inForm ? v.analyte : v.code}: ${v.units}. Sonst den Wert vorher umrechnen.`,
      }),
    },
  ),
  "number-without-unit": problem(
    { analyte: sentence, field, unit: optional(quoted) },
    {
      en: (v) => ({
        says: `${v.analyte} has a ${v.field} but no unit that it is reported in${v.unit === undefined ? "" : `: ${v.unit}`}.`,
        fix: `Enter the unit of the laboratory report, or empty ${v.field}.`,
      }),
      de: (v) => ({
        says: `${v.analyte}: Zu ${v.field} fehlt eine Einheit, in der berichtet wird${v.unit === undefined ? "" : `; angegeben ist ${v.unit}`}.`,
        fix: `Die Einheit des Laborberichts eintragen oder ${v.field} leeren.`,
      }),
    },
  ),
  "below-zero": problem(
    { analyte: sentence },
    {
      en: (v) => ({
        says: `${v.analyte} cannot lie below 0.`,
        fix: "Compare with the laboratory's report: enter the limit that it gives.",
      }),
      de: (v) => ({
        says: `${v.analyte}: Unter 0 kann nichts liegen.`,
        fix: "Mit dem Laborbericht vergleichen: die Grenze eintragen, die er angibt.",
      }),
    },
  ),
  "result-or-limit": problem(
    { value: numeral, analyte: sentence, comparator: field, valueField: field },
    {
      en: (v, { inForm }) => ({
        says: `Whether ${v.value} is the result of ${v.analyte} or a limit of measurement is not known.`,
        fix: `Compare with the laboratory's report: leave ${v.comparator} blank for a result, or ${inForm ? `say of ${v.valueField} that it is unknown` : `write \`unknown\` as ${v.valueField}`}.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.analyte}: Ob ${v.value} ein Ergebnis oder eine Messgrenze ist, ist nicht bekannt.`,
        fix: `Mit dem Laborbericht vergleichen: ${v.comparator} bei einem Ergebnis leer lassen, sonst bei ${v.valueField} ${inForm ? "angeben, dass der Wert unbekannt ist" : "`unknown` (unbekannt) schreiben"}.`,
      }),
    },
  ),
  "implausible-limit": problem(
    { field, limit: number, unit: text, analyte: sentence },
    {
      en: (v) => ({
        says: `${v.field} is ${v.limit} ${v.unit}; results of ${v.analyte} do not reach that.`,
        fix: "Compare with the laboratory's report, the unit too.",
      }),
      de: (v) => ({
        says: `${v.field}: ${v.limit} ${v.unit}; so hoch ist kein Ergebnis von ${v.analyte}.`,
        fix: "Mit dem Befund des Labors vergleichen, auch die Einheit.",
      }),
    },
  ),
  "maybe-thousands": problem(
    { analyte: sentence, value: numeral, thousands: number, unit: text },
    {
      en: (v) => ({
        says: `${v.analyte} of ${v.value} ${v.unit} may be ${v.thousands} ${v.unit}, its point one between thousands.`,
        fix: "Compare with the laboratory's report; if it says so, leave it.",
      }),
      de: (v) => ({
        says: `${v.analyte}: ${v.value} ${v.unit} ist vielleicht ${v.thousands} ${v.unit}, der Punkt also einer zwischen Tausendern.`,
        fix: "Mit dem Befund des Labors vergleichen; wenn es dort so steht, so lassen.",
      }),
    },
  ),
  "far-from-visit": problem(
    { days: count, visited: day },
    {
      en: (v) => ({
        says: `The sample was taken ${v.days({ one: "day", other: "days" })} from the visit that it was read at (${v.visited}).`,
        fix: "Compare with the chart; if the chart says so, leave it.",
      }),
      de: (v) => ({
        says: `Die Probe wurde ${v.days({ one: "Tag", other: "Tage" })} von der Visite genommen, zu der sie gehört (${v.visited}).`,
        fix: "Mit der Akte vergleichen; wenn es dort so steht, so lassen.",
      }),
    },
  ),
} as const;
