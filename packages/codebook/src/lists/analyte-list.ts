import type { ChartRow } from "../charts.ts";
import { ANALYTES, type Analyte, type LimitBand, type ReportedUnit } from "../codes/analyte.ts";
import { choice, decimal, type Field, key, type Table, text, yesNo } from "../field.ts";
import { GERMAN_BOOK } from "../german/german-book.ts";
import type { Problem } from "../problem.ts";
import { parts, wordsOf } from "./drug-list.ts";
import { bandOfText, bandText } from "./limit-bands.ts";
import { ANALYTE_TABLE_NAME, entryProblems, refused, shippedProblem, type Tell, teller } from "./list-problems.ts";

const WIDE = { possible: [-1_000_000_000, 1_000_000_000], plausible: [-1_000_000_000, 1_000_000_000] } as const;
const limit = (name: string, says: string): Field => decimal(name, says, 6, WIDE);
const long = (name: string, says: string): Field => ({ ...text(name, says), type: { kind: "text", maxLength: 2000 } });

/** The scales of analytes, as a choice of their table. */
export const SCALES = [
  { code: "quantity", says: "A number with a unit" },
  { code: "finding", says: "Positive or negative" },
  { code: "titre", says: "A titre" },
] as const;

/** The list of analytes as a table of a chart folder; see `DRUG_TABLE`. */
export const ANALYTE_TABLE: Table = {
  name: ANALYTE_TABLE_NAME,
  says: "One row per analyte that laboratory results may name.",
  fields: [
    key("analyte", "What files call the analyte."),
    { ...text("label_en", "What people call it in English."), required: true },
    { ...text("label_de", "What people call it in German."), required: true },
    { ...choice("scale", "A number with a unit, a finding or a titre.", SCALES), required: true },
    text("unit", "UCUM unit in which analyses count; blank for findings."),
    long(
      "reported_units",
      "Further units of reports with what they are multiplied by, as mg/dL 10/1; separated by semicolons.",
    ),
    text("loinc", "LOINC code."),
    limit("possible_from", "Below it a result is refused."),
    limit("possible_to", "Above it a result is refused."),
    limit("plausible_from", "Below it a result is asked about."),
    limit("plausible_to", "Above it a result is asked about."),
    long(
      "plausible_by_age",
      "Narrower limits by sex and age in months, as female 0-144: 3..12; separated by semicolons.",
    ),
    yesNo("retired", "Is it no longer offered?"),
  ],
  rules: [],
};

/** The list as rows of its table. */
export const analyteRows = (analytes: readonly Analyte[]): readonly ChartRow[] =>
  analytes.map(({ code, says, german, scale, unit, reported, limits, bands = [], codes, retired }) => {
    const [possible, plausible] = scale === "finding" ? [BLANK, BLANK] : [limits.possible, limits.plausible];
    return {
      analyte: code,
      label_en: says,
      label_de: german ?? GERMAN_BOOK[says] ?? says,
      scale,
      unit,
      reported_units: reported
        .filter((one) => one.unit !== unit)
        .map((one) => `${one.unit} ${one.numerator}/${one.denominator}`)
        .join("; "),
      loinc: codes?.loinc ?? "",
      possible_from: String(possible[0]),
      possible_to: String(possible[1]),
      plausible_from: String(plausible[0]),
      plausible_to: String(plausible[1]),
      plausible_by_age: bands.map(bandText).join("; "),
      retired: retired ? "yes" : "no",
    };
  });

const BLANK = ["", ""] as const;
const SHIPPED = new Map(ANALYTES.map((analyte) => [analyte.code, analyte]));

/** What is wrong with a list of analytes, as far as no single cell tells. */
export const analyteProblems = (analytes: readonly Analyte[]): readonly Problem[] =>
  analytes.flatMap((analyte, place) => {
    const { code } = analyte;
    const tell = teller(ANALYTE_TABLE_NAME, place + 2);
    const shipped = SHIPPED.get(code);
    const others = analytes.filter((_, other) => other !== place);
    return [
      ...entryProblems(analyte, "analyte", { isShipped: shipped !== undefined, others }, tell),
      ...(shipped === undefined ? ownProblems(analyte, tell) : changedProblems(analyte, shipped, tell)),
      ...bandProblems(analyte, tell),
    ];
  });

function changedProblems(analyte: Analyte, shipped: Analyte, tell: Tell): readonly Problem[] {
  const [is, came] = [analyte, shipped].map((one) => analyteRows([one])[0] ?? {});
  return COMPARED.flatMap((column) =>
    is?.[column] === came?.[column]
      ? []
      : [shippedProblem(tell, column, analyte.code, is?.[column] ?? "", came?.[column] ?? "")],
  );
}

const COMPARED = [
  "scale",
  "unit",
  "reported_units",
  "loinc",
  "possible_from",
  "possible_to",
  "plausible_from",
  "plausible_to",
] as const;

const UNIT = /^\S{1,40}$/;

function ownProblems({ code, scale, unit, reported, limits, codes }: Analyte, tell: Tell): readonly Problem[] {
  const found: Problem[] = [];
  const loinc = codes?.loinc ?? "";
  if (loinc !== "" && !isLoinc(loinc)) found.push(tell("loinc", loinc, refused("list-loinc", { loinc })));
  if (scale === "finding") return found;
  const wrong = [unit, ...reported.map((one) => one.unit)].find((one) => !UNIT.test(one));
  if (wrong !== undefined) found.push(tell("unit", wrong, refused("list-units", { of: "unit", code, unit: wrong })));
  const odd = reported.find(({ numerator, denominator }) => !isFactor(numerator) || !isFactor(denominator));
  if (odd !== undefined)
    found.push(tell("reported_units", odd.unit, refused("list-units", { of: "factor", code, unit: odd.unit })));
  const { possible, plausible } = limits;
  if (!isWithin(possible, [0, WIDE.possible[1]]) || !isWithin(plausible, possible))
    found.push(tell("plausible_from", `${plausible[0]}..${plausible[1]}`, refused("list-limits", { code })));
  return found;
}

const isFactor = (number: number): boolean => Number.isSafeInteger(number) && number > 0;
const isWithin = ([low, high]: readonly [number, number], [least, most]: readonly [number, number]): boolean =>
  least <= low && low <= high && high <= most;

/** Each band lies within what is possible and fits children that no band before it fits. */
function bandProblems({ code, scale, limits, bands = [] }: Analyte, tell: Tell): readonly Problem[] {
  return bands.flatMap((band, place) => {
    const text = bandText(band);
    const told = (because: "finding" | "months" | "beyond" | "shared", before?: string) => [
      tell("plausible_by_age", text, refused("list-band", { code, band: text, because, before })),
    ];
    const months = [band.fromMonths, band.toMonths];
    if (scale === "finding") return told("finding");
    if (!months.every((one) => Number.isInteger(one)) || !isWithin([band.fromMonths, band.toMonths - 1], [0, 1200]))
      return told("months");
    if (!isWithin(band.plausible, limits.possible)) return told("beyond");
    const before = bands
      .slice(0, place)
      .find((one) => sharesSex(one, band) && one.fromMonths < band.toMonths && band.fromMonths < one.toMonths);
    return before === undefined ? [] : told("shared", bandText(before));
  });
}

const sharesSex = (one: LimitBand, other: LimitBand): boolean =>
  one.sex === undefined || other.sex === undefined || one.sex === other.sex;

/** The shape of a LOINC code with its check digit, as of an account number (ISO/IEC 7812-1, Luhn). */
export function isLoinc(code: string): boolean {
  const [, digits = "", check = ""] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  if (digits === "") return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

/** The analyte that a row of the table states; a shipped one keeps its words and since when it is there. What cannot be read becomes a number that the problems tell. */
export function analyteOf(cells: ChartRow): Analyte {
  const cell = (name: string): string => (cells[name] ?? "").trim();
  const number = (name: string): number => (cell(name) === "" ? Number.NaN : Number(cell(name)));
  const shipped = SHIPPED.get(cell("analyte"));
  const scale = SCALES.find(({ code }) => code === cell("scale"))?.code ?? "quantity";
  const bands = parts(cell("plausible_by_age")).map(bandOfText);
  const others = parts(cell("reported_units")).map(unitOfText);
  const words = shipped === undefined ? { says: cell("label_en"), german: cell("label_de") } : wordsOf(shipped);
  return {
    code: cell("analyte"),
    ...words,
    scale,
    unit: cell("unit"),
    reported: scale === "finding" ? [] : [{ unit: cell("unit"), numerator: 1, denominator: 1 }, ...others],
    limits:
      scale === "finding"
        ? { possible: [0, 0], plausible: [0, 0] }
        : {
            possible: [number("possible_from"), number("possible_to")],
            plausible: [number("plausible_from"), number("plausible_to")],
          },
    ...(cell("loinc") === "" ? {} : { codes: { loinc: cell("loinc") } }),
    ...(bands.length === 0 ? {} : { bands }),
    ...(cell("retired") === "yes" ? { retired: true } : {}),
  };
}

function unitOfText(text: string): ReportedUnit {
  const [, unit = text, numerator = "0", denominator = "0"] = /^(\S+) (\d+)\/(\d+)$/.exec(text) ?? [];
  return { unit, numerator: Number(numerator), denominator: Number(denominator) };
}
