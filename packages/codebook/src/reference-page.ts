import { type Codebook, SHIPPED } from "./book.ts";
import { BONES } from "./codes/bone.ts";
import { COMMON_DATA_ELEMENTS, fieldAt } from "./common-data-elements.ts";
import { codesInWords, type DictionaryRow, dictionary, rangeInWords } from "./dictionary.ts";
import type { Table } from "./field.ts";
import { bandText } from "./lists/limit-bands.ts";
import { MISSING_REASONS } from "./missing-reason.ts";
import { CODEBOOK_VERSION } from "./versions/versions.ts";

/** Lists that stand at the end of the page, since fields share them; told apart by their first choice. */
const LISTS = [
  { title: "Bones", first: BONES[0]?.code },
  { title: "Drugs", first: SHIPPED.drugs[0]?.code },
  { title: "Analytes", first: SHIPPED.analytes[0]?.code },
] as const;

/** The reference page of the codebook, as Markdown. */
export function referencePage(book: Codebook = SHIPPED): string {
  const rows = dictionary(book);
  const tables = book.tables.map((table) =>
    tableSection(
      table,
      rows.filter((row) => row.table === table.name),
    ),
  );
  return `${[INTRODUCTION, missingSection(), ...tables, bones(), drugs(book), analytes(book), commonDataElements()].join("\n\n")}\n`;
}

const INTRODUCTION = `<!-- Generated from packages/codebook by npm run codebook; edit the codebook instead. -->

# The codebook

A chart folder is one CSV file for each table below: UTF-8, separated by commas, decimal points, the header as the
first row. Dates are written 2009-05-17; where a partial date is taken, also 2009-05 or 2009. A value beyond the
possible limits is refused, one beyond the plausible limits is asked about. Units are UCUM.

This is version ${CODEBOOK_VERSION} of the codebook; what came after the first says since when it is there.`;

function missingSection(): string {
  const rows = MISSING_REASONS.map(({ token, says }) => [token === "" ? "(blank)" : `\`${token}\``, says]);
  return `## Missing values\n\nEvery field that is not required may hold one of these instead of a value.\n\n${markdownTable(["In the cell", "Meaning"], rows)}`;
}

function tableSection({ name, says, rules }: Table, rows: readonly DictionaryRow[]): string {
  const cells = rows.map((row) => [
    `\`${row.field}\`${row.required === "yes" ? " (required)" : ""}${row.since === "1" ? "" : ` (since version ${row.since})`}`,
    row.says,
    row.unit === "" ? row.type : `${row.type}, ${row.unit}`,
    allowedIn(row),
    [row.codes, sharedList(row) === undefined ? row.choiceCodes : ""].filter((text) => text !== "").join("; "),
  ]);
  const sentences = rules.map((rule) => `- ${rule.says} (${rule.code})`);
  return [
    `## ${name}`,
    says,
    markdownTable(["Field", "What is asked", "Type", "Allowed", "Codes"], cells),
    ...(sentences.length > 0 ? [sentences.join("\n")] : []),
  ].join("\n\n");
}

const sharedList = ({ choices }: DictionaryRow) => LISTS.find(({ first }) => choices.startsWith(`${first} = `));

function allowedIn(row: DictionaryRow): string {
  const list = sharedList(row);
  if (list === undefined) return [row.choices, limitsOf(row)].join("");
  const others = row.choices.endsWith("; other = Another drug") ? ", or other" : "";
  return `see [${list.title}](#${list.title.toLowerCase()})${others}`;
}

function limitsOf({ possible, plausible }: DictionaryRow): string {
  return possible === plausible ? possible : `${possible}; plausible ${plausible}`;
}

function commonDataElements(): string {
  const rows = COMMON_DATA_ELEMENTS.map(({ number, group, element, fields, note }) => [
    number,
    group,
    element,
    fields.map((place) => `\`${place}\``).join(", "),
    fields
      .map(fieldAt)
      .map(({ says }) => says)
      .join(" "),
    note,
  ]);
  const says =
    "The sixteen elements that registries of rare diseases in the EU share (European Platform on Rare Disease Registration), and where the chart has each.";
  return `## Common data elements\n\n${says}\n\n${markdownTable(["No.", "Group", "Element", "Field", "What is asked", "Note"], rows)}`;
}

function bones(): string {
  const rows = BONES.map(({ code, says, region, paired }) => [
    code,
    says,
    region,
    paired ? "left or right" : "midline",
  ]);
  return `## Bones\n\n${markdownTable(["Choice", "Bone", "Region", "Side"], rows)}`;
}

function drugs({ drugs: all }: Codebook): string {
  const rows = all.map(({ code, says, drugClass = "", codes, retired }) => [
    code,
    `${says}${retired ? " (retired)" : ""}`,
    drugClass,
    codesInWords(codes),
  ]);
  return `## Drugs\n\n${GROWS}\n\n${markdownTable(["Choice", "Drug", "Class", "Code"], rows)}`;
}

/** Said of both lists. */
const GROWS =
  "An administrator of a registry adds to this list, with codes that begin with `own_`; a chart folder brings its list along.";

function analytes({ analytes: all }: Codebook): string {
  const rows = all.map(({ code, says, scale, reported, limits, bands = [], codes, retired }) => [
    code,
    `${says}${retired ? " (retired)" : ""}`,
    scale,
    reported.map(({ unit }) => unit).join(", "),
    scale === "finding" ? "" : rangeInWords(limits.possible),
    scale === "finding" ? "" : [rangeInWords(limits.plausible), ...bands.map(bandText)].join("; "),
    codesInWords(codes),
  ]);
  const header = ["Choice", "Analyte", "Scale", "Units", "Possible", "Plausible", "Code"];
  return `## Analytes\n\n${GROWS} Limits hold in the first unit; results in the others are converted.\n\n${markdownTable(header, rows)}`;
}

/** Columns are padded as the formatter of the repository pads them, so that it leaves the page as it was generated. */
function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = header.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  const [first = [], ...others] = lines;
  return [line(first), rule, ...others.map(line)].join("\n");
}
