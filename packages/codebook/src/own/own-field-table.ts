import type { ChartRow, ChartTable } from "../charts.ts";
import { integer, type Table, text } from "../field.ts";
import type { Checked, Problem } from "../problem.ts";
import { definitionFaults, isDefinition } from "./definition-faults.ts";
import { OWN_NAME, type OwnDefinition, type OwnField } from "./own-field.ts";

const VERSIONS = [1, 10_000] as const;

/** The fields of one's own as a table of a chart folder, a row for each version of each; a folder without any does without. */
export const OWN_FIELD_TABLE: Table = {
  name: "own_fields",
  says: "One row per version of a field that the registry added.",
  fields: [
    { ...text("table", "The table of the chart."), required: true },
    { ...text("name", "The name of the field, as own_influenza."), required: true },
    integer(
      "version",
      "From 1, each change one more.",
      { possible: VERSIONS, plausible: VERSIONS },
      { required: true },
    ),
    { ...text("definition", "Label, help, kind and limits, as JSON."), required: true },
  ],
  rules: [],
};

/** Fields of one's own as rows of their table. */
export const ownFieldRows = (fields: readonly OwnField[]): readonly ChartRow[] =>
  fields.flatMap(({ table, name, versions }) =>
    versions.map((definition, place) => ({
      table,
      name,
      version: String(place + 1),
      definition: JSON.stringify(definition),
    })),
  );

/** The fields that the rows of a file state, or all that is wrong with them; `codebook` has the tables that they can be of. */
export function readOwnFields({ file, rows }: ChartTable, codebook: readonly Table[]): Checked<readonly OwnField[]> {
  const problems: Problem[] = [];
  const fields = new Map<string, { table: string; name: string; versions: OwnDefinition[] }>();
  for (const { row, cells } of rows) {
    const { table = "", name = "", version = "", definition: written = "" } = cells;
    const add = (column: string, says: string): void =>
      void problems.push({
        code: "own-fields-file",
        severity: "refused",
        where: { file, row, column, value: (cells[column] ?? "").slice(0, 80) },
        says,
        fix: "Take the file as the registry exports it, or remove it with the columns of these fields.",
      });
    if (!codebook.some((one) => one.name === table)) add("table", "The codebook has no table of this name.");
    if (!OWN_NAME.test(name)) add("name", "This is no name of a field of one's own.");
    const definition = parsed(written);
    const [fault] = definitionFaults(definition);
    if (fault !== undefined || !isDefinition(definition)) {
      add("definition", `The definition cannot be read: ${fault?.says ?? ""}`);
      continue;
    }
    const place = `${table}.${name}`;
    const field = fields.get(place) ?? { table, name, versions: [] };
    if (Number(version) !== field.versions.length + 1) add("version", "The versions do not follow each other from 1.");
    field.versions.push(definition);
    fields.set(place, field);
  }
  if (problems.length > 0) return { ok: false, problems };
  const value = [...fields.values()].flatMap(({ versions: [first, ...later], ...field }) =>
    first === undefined ? [] : [{ ...field, versions: [first, ...later] as const }],
  );
  return { ok: true, value, queries: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
