import {
  anyOf,
  choice,
  count,
  field,
  flag,
  inQuotes,
  type Language,
  number,
  numeral,
  oneOf,
  optional,
  problem,
  quoted,
  sentence,
  type ToldValues,
  text,
  unit,
} from "@osteon/words";
import { COMPARE } from "./compare-words.ts";

/** A value beyond its limits: of an analyte, in its own unit or another, or of a field with or without a unit. */
const SHOWN = {
  of: optional(sentence),
  value: number,
  unit: optional(unit),
  own: optional(number),
  ownUnit: optional(unit),
  atAge: flag,
  low: number,
  high: number,
  /** Units in which it would be plausible. */
  fitting: optional(anyOf(text)),
};

function shown({ of, value, unit: stated, own, ownUnit, atAge }: ToldValues<typeof SHOWN>, language: Language): string {
  const [ofWhat, age] = language === "en" ? [" of ", " at this age"] : [": ", " in diesem Alter"];
  const converted = own === undefined ? "" : ` (${own} ${ownUnit ?? ""})`;
  return `${of === undefined ? "" : `${of}${ofWhat}`}${value}${stated === undefined ? "" : ` ${stated}`}${converted}${atAge ? age : ""}`;
}

/** A value that would be plausible in another unit of its analyte was most likely reported in that one. */
const otherUnits = (fitting: string | undefined, language: Language): string => {
  if (fitting === undefined) return "";
  return language === "en"
    ? `In ${fitting} it would be plausible: check the unit. `
    : `In ${fitting} wäre es plausibel: bitte die Einheit prüfen. `;
};

/** What can be wrong with the cell of a number. */
export const NUMBER_PROBLEMS = {
  "not-a-number": problem(
    {
      cell: quoted,
      titre: optional(text),
      wanted: oneOf("whole", "point", "comma", "data"),
      /** Of a data file of any columns: in how many rows it stands, and how it would be named as missing. */
      rows: optional(count),
      missing: optional(text),
      unit: optional(unit),
      perhaps: optional(text),
    },
    {
      en: (v) => {
        if (v.titre !== undefined)
          return { says: `${v.cell} is a titre, and here its reciprocal is kept.`, fix: `Write ${v.titre}.` };
        if (v.wanted === "data")
          return {
            says: `A number is needed here.${v.rows === undefined ? "" : ` It stands in ${v.rows({ one: "row", other: "rows" })}.`}`,
            fix: `Write the number alone, with a decimal point; where it means a missing value say --missing ${v.missing ?? ""}. Where the column holds categories name it in --factor.`,
          };
        const wanted = v.wanted === "whole" ? "a whole number" : `a number with a decimal ${v.wanted}`;
        const alone = v.unit === undefined ? "alone" : `alone, in ${v.unit}`;
        const hint = v.perhaps === undefined ? "" : `, perhaps ${v.perhaps}`;
        return { says: `${v.cell} is not a number.`, fix: `Write ${wanted} ${alone}${hint}.` };
      },
      de: (v) => {
        if (v.titre !== undefined)
          return { says: `${v.cell} ist ein Titer; hier steht der Kehrwert.`, fix: `${v.titre} schreiben.` };
        if (v.wanted === "data")
          return {
            says: `Hier wird eine Zahl gebraucht.${v.rows === undefined ? "" : ` Das steht in ${v.rows({ one: "Zeile", other: "Zeilen" })}.`}`,
            fix: `Nur die Zahl schreiben, mit Dezimalpunkt; steht es für einen fehlenden Wert, --missing ${v.missing ?? ""} angeben. Enthält die Spalte Kategorien, sie in --factor nennen.`,
          };
        const wanted = {
          whole: "Nur eine ganze Zahl",
          point: "Nur eine Zahl mit Dezimalpunkt",
          comma: "Nur eine Zahl mit Dezimalkomma",
        }[v.wanted];
        const alone = v.unit === undefined ? "" : `, in ${v.unit}`;
        const hint = v.perhaps === undefined ? "" : `, vielleicht ${v.perhaps}`;
        return { says: `${v.cell} ist keine Zahl.`, fix: `${wanted} eintragen${alone}${hint}.` };
      },
    },
  ),
  "decimal-comma": problem(
    { cell: text, write: text, thousands: optional(text) },
    {
      en: (v) => ({
        says: `${v.cell} is written with a comma.`,
        fix:
          v.thousands === undefined
            ? `Write ${v.write}.`
            : `Write ${v.write}, or ${v.thousands} if the comma separates thousands.`,
      }),
      de: (v) => ({
        says: `${v.cell} ist mit Komma geschrieben.`,
        fix:
          v.thousands === undefined
            ? `${v.write} schreiben.`
            : `${v.write} schreiben, oder ${v.thousands}, wenn das Komma Tausender trennt.`,
      }),
    },
  ),
  "number-format": problem(
    { cell: text, write: text, thousands: optional(text) },
    {
      en: (v) =>
        v.thousands === undefined
          ? {
              says: `${inQuotes(v.cell, "en")} is not written as digits and a point.`,
              fix: `Write ${v.write}.`,
            }
          : {
              says: `${v.cell} may mean ${v.write} or ${v.thousands}: decimals and thousands cannot be told apart.`,
              fix: `Look it up in the chart and write ${v.write} or ${v.thousands}.`,
            },
      de: (v) =>
        v.thousands === undefined
          ? {
              says: `${inQuotes(v.cell, "de")} ist nicht als Ziffern mit Punkt geschrieben.`,
              fix: `${v.write} schreiben.`,
            }
          : {
              says: `${v.cell} kann ${v.write} oder ${v.thousands} bedeuten: Dezimalen und Tausender lassen sich nicht unterscheiden.`,
              fix: `In der Akte nachsehen und ${v.write} oder ${v.thousands} schreiben.`,
            },
    },
  ),
  "limit-not-value": problem(
    { cell: quoted, side: oneOf("below", "above"), limit: text, beside: optional(field), sign: optional(choice) },
    {
      en: (v, { inForm }) => ({
        says: `${v.cell} says only that the value lies ${v.side} ${v.limit}.`,
        fix:
          v.beside !== undefined
            ? `Write ${v.sign ?? ""} as ${v.beside}, and the limit alone here.`
            : `There is no place for limits of measurement here: never write the limit as the result. ${inForm ? "Say that it is unknown" : "Write `unknown`"}, unless the study says how such results are entered.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.cell} sagt nur, dass der Wert ${v.side === "below" ? "unter" : "über"} ${v.limit} liegt.`,
        fix:
          v.beside !== undefined
            ? `Bei ${v.beside} ${v.sign ?? ""} angeben und hier die Grenze allein.`
            : `Für Messgrenzen gibt es hier keinen Platz: nie die Grenze als Ergebnis eintragen. ${inForm ? "Angeben, dass der Wert unbekannt ist" : "`unknown` (unbekannt) angeben"}, wenn die Studie nichts anderes sagt.`,
      }),
    },
  ),
  "too-many-decimals": problem(
    { cell: numeral, decimals: optional(count), kept: optional(count) },
    {
      en: (v) =>
        v.kept === undefined || v.decimals === undefined
          ? { says: `${v.cell} is not a whole number.`, fix: "Write a whole number, without decimals." }
          : {
              says: `${v.cell} has ${v.decimals({ one: "decimal", other: "decimals" })}; this field keeps ${v.kept()}.`,
              fix: `Round it to ${v.kept({ one: "decimal", other: "decimals" })}.`,
            },
      de: (v) =>
        v.kept === undefined || v.decimals === undefined
          ? { says: `${v.cell} ist keine ganze Zahl.`, fix: "Eine ganze Zahl ohne Nachkommastellen eintragen." }
          : {
              says: `${v.cell} hat ${v.decimals({ one: "Nachkommastelle", other: "Nachkommastellen" })}; dieses Feld behält ${v.kept()}.`,
              fix: `Auf ${v.kept({ one: "Nachkommastelle", other: "Nachkommastellen" })} runden.`,
            },
    },
  ),
  "impossible-value": problem(SHOWN, {
    en: (v, reader) => ({
      says: `${shown(v, "en")} cannot be: possible is ${v.low} to ${v.high}.`,
      fix: `${otherUnits(v.fitting, "en")}Compare with the chart and correct the value, or ${reader.inForm ? "say that it is unknown" : "write `unknown`"}.`,
    }),
    de: (v, reader) => ({
      says: `${shown(v, "de")} ist nicht möglich: möglich ist ${v.low} bis ${v.high}.`,
      fix: `${otherUnits(v.fitting, "de")}Mit der Akte vergleichen und den Wert berichtigen, oder ${reader.inForm ? "angeben, dass er unbekannt ist" : "`unknown` (unbekannt) schreiben"}.`,
    }),
  }),
  "implausible-value": problem(SHOWN, {
    en: (v) => ({
      says: `${shown(v, "en")} is unusual: plausible is ${v.low} to ${v.high}.`,
      fix: `${otherUnits(v.fitting, "en")}${COMPARE.en}`,
    }),
    de: (v) => ({
      says: `${shown(v, "de")} ist ungewöhnlich: plausibel ist ${v.low} bis ${v.high}.`,
      fix: `${otherUnits(v.fitting, "de")}${COMPARE.de}`,
    }),
  }),
} as const;
