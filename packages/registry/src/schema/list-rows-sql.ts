import { type Analyte, type Choice, type Drug, GERMAN_BOOK, type ListName } from "@osteon/codebook";

/** The rows that a version of the codebook ships of a list, as a step lays them beside those of before. */
export const listRowsSql = (list: ListName, entries: readonly Choice[]): string =>
  list === "drug"
    ? rowsSql("access.drug", DRUG_COLUMNS, (entries as readonly Drug[]).map(drugValues))
    : rowsSql("access.analyte", ANALYTE_COLUMNS, (entries as readonly Analyte[]).map(analyteValues));

const DRUG_COLUMNS = ["drug", "label_en", "label_de", "drug_class", "usual_units", "atc", "shipped"];
const ANALYTE_COLUMNS = [
  "analyte",
  "label_en",
  "label_de",
  "scale",
  "unit",
  "reported",
  "possible_from",
  "possible_to",
  "plausible_from",
  "plausible_to",
  "bands",
  "loinc",
  "shipped",
];

type Value = string | number | boolean | null;

const drugValues = ({ drugClass, usualUnits = [], codes, ...drug }: Drug): readonly Value[] => [
  ...named(drug),
  drugClass ?? null,
  JSON.stringify(usualUnits),
  codes?.atc ?? null,
  true,
];

const analyteValues = ({ scale, unit, reported, limits, bands = [], codes, ...analyte }: Analyte): readonly Value[] => [
  ...named(analyte),
  scale,
  unit,
  JSON.stringify(reported),
  ...limits.possible,
  ...limits.plausible,
  JSON.stringify(bands),
  codes?.loinc ?? null,
  true,
];

const named = ({ code, says, german }: Choice): readonly Value[] => [code, says, german ?? GERMAN_BOOK[says] ?? says];

const literal = (value: Value): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

const rowsSql = (table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): string =>
  `insert into ${table} (${columns.join(", ")}) values\n${rows.map((row) => `  (${row.map(literal).join(", ")})`).join(",\n")};`;
