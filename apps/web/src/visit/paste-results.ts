import { type Analyte, certainChoice, type Field, meantUnit } from "@osteon/codebook";
import { tableNamed } from "../book/registry-book.ts";

/** A line of a printout, and what was understood of it. */
export interface PastedLine {
  readonly text: string;
  readonly analyte: string | undefined;
  /** As it is typed into the line of the analyte: what could be read in two ways is asked about there. */
  readonly value: string;
  readonly finding?: "positive" | "negative";
  /** Of the units that the analyte is reported in; nothing where the line names none. */
  readonly unit: string | undefined;
  /** Why nothing is taken from it. */
  readonly because?: "no-analyte" | "no-value" | "unknown-unit" | "twice";
}

const NUMBER = /^(?:<=|>=|[<>≤≥])?\s*\d[\d.,]*(?:\s*[:/]\s*\d+)?/;
const WORD = /^(negativ|positiv|negative|positive|neg\.?|pos\.?|n\.\s?d\.)(?=\s|$)/i;

/** Whether a text that is pasted is more than one value for one box. */
export const isPrintout = (text: string): boolean =>
  text.trim().split(/\r?\n/).length > 1 || /\p{L}.*\d/u.test(text.trim());

/**
 * Reads a column copied from a printout of a laboratory, in either language: a name, a value and a unit in each line, or values
 * alone, which go to the lines of the page in their order, from the one in which they were pasted.
 */
export function readPrintout(
  text: string,
  analytes: readonly Analyte[],
  linesFromHere: readonly string[],
): readonly PastedLine[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\t;|\u00a0]+/g, " ").trim())
    .filter((line) => line !== "")
    .map((line) => ({ line, ...partsOf(line) }));
  const areValues = lines.every(({ name }) => name === "");
  const taken = new Set<string>();
  return lines.map(({ line, name, value, rest }, place) => {
    const code = areValues ? linesFromHere[place] : analyteCalled(name, analytes);
    const analyte = analytes.find((one) => one.code === code);
    const read = { text: line, analyte: analyte?.code, ...valueTyped(value), unit: undefined };
    if (analyte === undefined) return { ...read, because: "no-analyte" };
    if (value === "") return { ...read, because: "no-value" };
    if (taken.has(analyte.code)) return { ...read, because: "twice" };
    taken.add(analyte.code);
    const written = unitWritten(rest, analyte);
    const units = analyte.reported.map(({ unit }) => unit);
    const unit = written === "" ? undefined : meantUnit(written, units);
    return written !== "" && unit === undefined ? { ...read, because: "unknown-unit" } : { ...read, unit };
  });
}

/** A name, a value, and what stands behind it. `25-OH` and `HLA-B27` are names: a value is a word of its own. */
function partsOf(line: string): { readonly name: string; readonly value: string; readonly rest: string } {
  const words = [...line.matchAll(/\S+/g)];
  for (const { index } of words) {
    const behind = line.slice(index);
    const [value] = NUMBER.exec(behind) ?? WORD.exec(behind) ?? [];
    if (value === undefined) continue;
    const rest = behind.slice(value.length);
    // Letters close behind a number make it a name at the start of a line, and a unit elsewhere: `12mg/l`.
    if (/^-?\p{L}/u.test(rest) && index === 0 && words.length > 1) continue;
    return { name: line.slice(0, index).replace(/\s*[:=]?\s*$/, ""), value, rest };
  }
  return { name: line.replace(/\s*[:=]\s*$/, ""), value: "", rest: "" };
}

function valueTyped(value: string): Pick<PastedLine, "value" | "finding"> {
  if (/^pos/i.test(value)) return { value: "", finding: "positive" };
  if (/^neg/i.test(value)) return { value: "", finding: "negative" };
  return { value: /^n/i.test(value) ? "not done" : value.replaceAll(/\s+/g, "") };
}

/** The analyte that a printout calls so: by its name in either language, or a word that laboratories write for it. */
function analyteCalled(name: string, analytes: readonly Analyte[]): string | undefined {
  const field = tableNamed("laboratory").fields.find((one) => one.name === "analyte");
  if (field?.type.kind !== "choice") return undefined;
  const own: Field = { ...field, type: { ...field.type, choices: analytes } };
  const bare = name.replace(/\s*[([].*[)\]]\s*$/, "");
  return certainChoice(own, name) ?? (bare === "" ? undefined : certainChoice(own, bare));
}

/** Marks of printouts for what is too high or too low. */
const FLAG = /^(?:[HL+*↑↓!-]{1,2}|\([HL+*-]\))(?=\s|$)\s*/;

/** What stands for a unit behind a value; limits of normal and marks are none. */
function unitWritten(rest: string, { scale }: Analyte): string {
  const [first = ""] = rest.trim().replace(FLAG, "").split(/\s+/);
  return scale === "finding" || /^(?:$|[-([<>≤≥]|(?!10[*^e]?\d)\d)/.test(first) ? "" : first;
}
