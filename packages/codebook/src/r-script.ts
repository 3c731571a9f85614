import { type Codebook, SHIPPED } from "./book.ts";
import type { Field, Table } from "./field.ts";
import { MISSING_REASONS } from "./missing-reason.ts";
import { R_READER } from "./r-reader.ts";

/**
 * A script of base R that reads an export of charts, packed or as a folder: labels and units as attributes, choices as factors,
 * days as Date, and the reason of each missing value in a column of its own. R: charts <- read_charts("charts.zip")
 */
export function rScript(book: Codebook = SHIPPED): string {
  const tables = book.tables.map((table) => `  ${table.name} = ${rTable(table)}`);
  const reasons = MISSING_REASONS.map(({ token, code }) => `${rText(code)} = ${rText(token)}`);
  return [
    R_HEAD,
    `osteon_missing <- c(${reasons.join(", ")})`,
    "",
    `osteon_codebook <- list(\n${tables.join(",\n")}\n)`,
    "",
    R_READER,
  ].join("\n");
}

const R_HEAD = `# Reads the charts that an Osteon registry exported. Base R, 3.5 or newer; no package is needed.
#
#   source("read-charts.R")
#   charts <- read_charts("charts.zip")      # or typed-charts.zip, or the folder in which one was unpacked
#   summary(charts$visit$pain_nrs)
#   table(charts$visit$pain_nrs_missing)     # why a value is missing
#   osteon_label(charts$visit$pain_nrs)      # what was asked
#
# A choice is a factor with the words of the codebook; osteon_codes() gives the codes of the file. Yes and no are TRUE and FALSE.
# A date that may be partial stays as written, with its earliest and latest day beside it (_from, _to): nothing is guessed.
`;

function rTable({ says, fields }: Table): string {
  return `list(says = ${rText(says)}, fields = list(\n${fields.map((field) => `    ${field.name} = ${rField(field)}`).join(",\n")}\n  ))`;
}

function rField({ type, says, unit, required }: Field): string {
  const parts = [`kind = ${rText(type.kind)}`, `label = ${rText(says)}`, `required = ${required ? "TRUE" : "FALSE"}`];
  if (unit !== undefined) parts.push(`unit = ${rText(unit)}`);
  if (type.kind === "choice") {
    parts.push(`codes = c(${type.choices.map(({ code }) => rText(code)).join(", ")})`);
    parts.push(`words = c(${type.choices.map((choice) => rText(choice.says)).join(", ")})`);
  }
  return `list(${parts.join(", ")})`;
}

/** A text of R; letters beyond ASCII are escaped, so that the script reads the same in every encoding. */
function rText(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const ascii = [...escaped].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 128 ? letter : `\\U{${code.toString(16)}}`;
  });
  return `"${ascii.join("")}"`;
}
