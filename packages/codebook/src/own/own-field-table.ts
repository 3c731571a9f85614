import { type Fault, faultsOf } from "@osteon/words";
import type { ChartRow, ChartTable } from "../charts.ts";
import { integer, type Table, text } from "../field.ts";
import { type Checked, type Problem, placed } from "../problem.ts";
import { definitionFaults, isDefinition } from "./definition-faults.ts";
import { OWN_NAME, type OwnDefinition, type OwnField } from "./own-field.ts";
import { OWN_FIELD_PROBLEMS } from "./problems.ts";

const { refused } = faultsOf(OWN_FIELD_PROBLEMS);

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
    const add = (column: string, fault: Fault): void =>
      void problems.push(placed(fault, { file, row, column, value: (cells[column] ?? "").slice(0, 80) }));
    if (!codebook.some((one) => one.name === table)) add("table", refused("own-fields-file", { because: "table" }));
    if (!OWN_NAME.test(name)) add("name", refused("own-fields-file", { because: "name" }));
    const definition = parsed(written);
    const [fault] = definitionFaults(definition);
    if (fault !== undefined || !isDefinition(definition)) {
      add(
        "definition",
        refused("own-fields-file", {
          because: "definition",
          ...(fault === undefined ? {} : { fault: { code: fault.code, values: fault.values } }),
        }),
      );
      continue;
    }
    const place = `${table}.${name}`;
    const field = fields.get(place) ?? { table, name, versions: [] };
    if (Number(version) !== field.versions.length + 1)
      add("version", refused("own-fields-file", { because: "version" }));
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
