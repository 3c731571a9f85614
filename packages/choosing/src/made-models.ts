import { OUTCOME_DEFINITIONS } from "@osteon/cno";
import { CODEBOOK, type Field, frozenColumns } from "@osteon/codebook";
import { CHART_READINGS, type ChartReading } from "./chart-readings.ts";

/** The models as the codebook makes them; `bin/write-models.ts` writes them, a test says that they are today's. */
export const madeModels = (): Readonly<Record<string, string>> => ({
  "timeline/chart_fact.sql": modelOf(
    "-- One row per chosen field and row of the chart that says something of it (patient_no, field, source, row_no): its day and its value, a whole number or a text; null unknown.",
    CHART_READINGS,
  ),
  "analysis/chosen_outcome.sql": outcomeModel(),
});

/** Each definition is a column of `outcome_profile`. */
const outcomeModel = (): string =>
  [
    "-- One row per line and time point: whether each outcome definition is met; 1 met, 0 not met, null not known; of a number the number.",
    MADE,
    "SELECT",
    "  outcome.patient_no,",
    "  outcome.line_class,",
    "  outcome.time_point,",
    "  chosen.compared,",
    "  chosen.standing,",
    "  chosen.stratum,",
    `  ${OUTCOME_DEFINITIONS.map(({ id }) => `outcome.${id}`).join(",\n  ")}`,
    "FROM outcome_profile AS outcome",
    "INNER JOIN chosen_line AS chosen ON chosen.patient_no = outcome.patient_no AND chosen.line_class = outcome.line_class",
    "",
  ].join("\n");

const MADE = "-- Made by packages/choosing/bin/write-models.ts.";

const modelOf = (grain: string, readings: readonly ChartReading[]): string =>
  `${grain}\n${MADE}\n${readings.map(branchOf).join("\nUNION ALL\n")}\n`;

function branchOf({ table, day, joins }: ChartReading): string {
  const fields = CODEBOOK.find(({ name }) => name === table)?.fields ?? [];
  return [
    "SELECT",
    `  ${table}.patient_no,`,
    "  chosen.field,",
    `  '${table}' AS source,`,
    `  ${table}.${table}_no AS row_no,`,
    `  ${day ?? "CAST(NULL AS INTEGER)"} AS day,`,
    `  ${caseOf(table, fields, "number")} AS value_number,`,
    `  ${caseOf(table, fields, "text")} AS value_text`,
    `FROM ${table}`,
    `INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = '${table}'`,
    ...(joins === undefined ? [] : [joins]),
  ].join("\n");
}

/** The column that holds a field's value, by the name of the field; of dates, keys and references none. */
function caseOf(table: string, fields: readonly Field[], kind: "number" | "text"): string {
  const type = kind === "number" ? "BIGINT" : "VARCHAR";
  const frozen = frozenColumns({ name: table, says: "", fields, rules: [] });
  const cases = frozen.flatMap(({ name, field, holds }) => {
    const isText = field.type.kind === "choice" || field.type.kind === "text";
    const isValue = kind === "text" ? isText && holds === "text" : holds === "number" || holds === "scaled";
    if (!isValue) return [];
    const value = kind === "number" ? `CAST(${table}.${name} AS BIGINT)` : `${table}.${name}`;
    return [`    WHEN '${table}.${field.name}' THEN ${value}`];
  });
  return cases.length === 0 ? `CAST(NULL AS ${type})` : ["CASE chosen.field", ...cases, "  END"].join("\n");
}
