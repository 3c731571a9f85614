import type { ChartRow } from "../charts.ts";
import { DRUG_CLASSES, DRUGS, type Drug, type DrugClass } from "../codes/drug.ts";
import { type Choice, choice, key, type Table, text, yesNo } from "../field.ts";
import { GERMAN_BOOK } from "../german/german-book.ts";
import type { Problem } from "../problem.ts";
import { DOSE_UNITS } from "../tables/treatment.ts";
import { DRUG_TABLE_NAME, entryProblems, refused, shippedProblem, teller } from "./list-problems.ts";

/** The list of drugs as a table of a chart folder. It is none of the codebook's, since it says nothing of a child; a folder without it goes by the shipped list. */
export const DRUG_TABLE: Table = {
  name: DRUG_TABLE_NAME,
  says: "One row per drug that charts may name.",
  fields: [
    key("drug", "What files call the drug."),
    { ...text("label_en", "What people call it in English."), required: true },
    { ...text("label_de", "What people call it in German."), required: true },
    choice("drug_class", "Its class; blank where none fits, and then studies count it as other.", DRUG_CLASSES),
    text("usual_units", "Units in which its dose is usually written, the commonest first, separated by semicolons."),
    text("atc", "ATC code."),
    yesNo("retired", "Is it no longer offered?"),
  ],
  rules: [],
};

/** The list as rows of its table. */
export const drugRows = (drugs: readonly Drug[]): readonly ChartRow[] =>
  drugs.map(({ code, says, german, drugClass = "", usualUnits = [], codes, retired }) => ({
    drug: code,
    label_en: says,
    label_de: german ?? GERMAN_BOOK[says] ?? says,
    drug_class: drugClass,
    usual_units: usualUnits.join("; "),
    atc: codes?.atc ?? "",
    retired: retired ? "yes" : "no",
  }));

const SHIPPED = new Map(DRUGS.map((drug) => [drug.code, drug]));
const ATC = /^[A-Z]\d{2}[A-Z]{2}\d{2}$/;
const UNITS: ReadonlySet<string> = new Set(DOSE_UNITS.map(({ code }) => code));
const CLASSES: ReadonlySet<string> = new Set(DRUG_CLASSES.map(({ code }) => code));

/** What is wrong with a list of drugs, as far as no single cell tells. */
export const drugProblems = (drugs: readonly Drug[]): readonly Problem[] =>
  drugs.flatMap((drug, place) => {
    const { code, drugClass = "", codes, usualUnits = [] } = drug;
    const tell = teller(DRUG_TABLE_NAME, place + 2);
    const shipped = SHIPPED.get(code);
    const others = drugs.filter((_, other) => other !== place);
    const found = [...entryProblems(drug, "drug", { isShipped: shipped !== undefined, others }, tell)];
    const atc = codes?.atc ?? "";
    if (shipped !== undefined) {
      const came = shipped.codes?.atc ?? "";
      if (drugClass !== shipped.drugClass)
        found.push(shippedProblem(tell, "drug_class", code, drugClass, shipped.drugClass ?? ""));
      if (atc !== came) found.push(shippedProblem(tell, "atc", code, atc, came));
    } else if (atc !== "" && !ATC.test(atc)) found.push(tell("atc", atc, refused("list-atc", { atc })));
    if (drugClass !== "" && !CLASSES.has(drugClass))
      found.push(tell("drug_class", drugClass, refused("list-class", { drugClass, classes: [...CLASSES] })));
    const strange = usualUnits.find((unit) => !UNITS.has(unit));
    if (strange !== undefined)
      found.push(
        tell("usual_units", strange, refused("list-units", { of: "dose", code, unit: strange, units: [...UNITS] })),
      );
    return found;
  });

/** The drug that a row of the table states; a shipped one with what a registry may say of it. */
export function drugOf(cells: ChartRow): Drug {
  const cell = (name: string): string => (cells[name] ?? "").trim();
  const shipped = SHIPPED.get(cell("drug"));
  const usualUnits = parts(cell("usual_units"));
  const drugClass = cell("drug_class");
  // Its words and since when it is there are known better than a file says them; class and code are compared.
  const words = shipped === undefined ? { says: cell("label_en"), german: cell("label_de") } : wordsOf(shipped);
  return {
    code: cell("drug"),
    ...words,
    ...(drugClass === "" ? {} : { drugClass: drugClass as DrugClass }),
    ...(cell("atc") === "" ? {} : { codes: { atc: cell("atc") } }),
    ...(usualUnits.length === 0 ? {} : { usualUnits }),
    ...(cell("retired") === "yes" ? { retired: true } : {}),
  };
}

/** The words of a shipped entry, and since when it is there. */
export const wordsOf = ({ says, german, since }: Choice): Pick<Choice, "says" | "german" | "since"> => ({
  says,
  ...(german === undefined ? {} : { german }),
  ...(since === undefined ? {} : { since }),
});

/** The parts of a cell that holds several, separated by semicolons. */
export const parts = (cell: string): readonly string[] =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
