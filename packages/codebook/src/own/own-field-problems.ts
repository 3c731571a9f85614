import { choicesOf } from "../check/meant-choice.ts";
import type { Field, Table } from "../field.ts";
import { frozenColumns } from "../frozen-column.ts";
import type { Problem } from "../problem.ts";
import { typedColumns } from "../typed/typed-columns.ts";
import { type DefinitionFault, definitionFaults, isDefinition } from "./definition-faults.ts";
import { currentOf, OWN_LIMITS, OWN_NAME, type OwnDefinition, type OwnField } from "./own-field.ts";
import { withOwnFields } from "./with-own-fields.ts";

/** A field as somebody wants it: new, or changed. */
export interface WantedField {
  readonly table: string;
  readonly name: string;
  readonly definition: unknown;
}

/**
 * All that is wrong with a field that is to be added or changed, beside the codebook and the fields that there are. What was entered
 * keeps its meaning: kind, decimals and unit stay. `where.column` names the part.
 */
export function ownFieldProblems(
  { table: ofTable, name, definition }: WantedField,
  codebook: readonly Table[],
  fields: readonly OwnField[],
): readonly Problem[] {
  const table = codebook.find((one) => one.name === ofTable);
  const faults: DefinitionFault[] = [];
  const add = (code: string, part: string, says: string, fix: string): void =>
    void faults.push({ code, part, says, fix });
  if (table === undefined)
    add(
      "own-field-table",
      "table",
      `The codebook has no table ${JSON.stringify(ofTable.slice(0, 60))}.`,
      tablesOf(codebook),
    );
  if (!OWN_NAME.test(name)) {
    const says = `${JSON.stringify(name.slice(0, 80))} is no name of a field of one's own.`;
    add(
      "own-field-name",
      "name",
      says,
      "After own_ write a small letter, then small letters, digits and _, 40 at most.",
    );
  }
  faults.push(...definitionFaults(definition));
  if (faults.length > 0 || table === undefined || !isDefinition(definition)) return faults.map(asProblem);
  const before = fields.find((one) => one.table === ofTable && one.name === name);
  const others = fields.filter((one) => one.table === ofTable && one !== before);
  if (before !== undefined) faults.push(...changeFaults(currentOf(before), definition));
  else if (others.length >= OWN_LIMITS.perTable)
    add("own-field-taken", "name", `A table takes ${OWN_LIMITS.perTable} fields of its own.`, "Use another table.");
  const beside = withOwnFields([table], others, "new")[0] ?? table;
  const whole =
    withOwnFields([table], [...others, { table: ofTable, name, versions: [definition] }], "new")[0] ?? table;
  const columns = [frozenColumns(whole), typedColumns(whole)].map((all) => all.map((one) => one.name));
  const twice = columns.map(doubled).find((one) => one !== undefined);
  if (twice !== undefined)
    add(
      "own-field-taken",
      "name",
      `A column ${twice} is there already, in files or in a freeze.`,
      "Give the field another name.",
    );
  faults.push(...conditionFaults(definition, name, beside), ...dayFaults(definition, table));
  return faults.map(asProblem);
}

function doubled(names: readonly string[]): string | undefined {
  return names.find((name, place) => names.indexOf(name) !== place);
}

const tablesOf = (codebook: readonly Table[]): string => `Tables: ${codebook.map(({ name }) => name).join(", ")}.`;

const asProblem = ({ part, code, says, fix }: DefinitionFault): Problem => ({
  code,
  severity: "refused",
  where: { column: part },
  says,
  fix,
});

function changeFaults(was: OwnDefinition, is: OwnDefinition): readonly DefinitionFault[] {
  const meaning = ({ type, unit }: OwnDefinition): string =>
    JSON.stringify([type.kind, type.kind === "decimal" ? type.decimals : null, unit ?? null]);
  if (meaning(was) === meaning(is)) return [];
  const says = "A field keeps its kind, its decimals and its unit: what was entered would mean something else.";
  return [{ part: "type", code: "own-field-kept", says, fix: "Retire the field, and add another." }];
}

function conditionFaults({ shownWhen }: OwnDefinition, name: string, table: Table): readonly DefinitionFault[] {
  if (shownWhen === undefined) return [];
  const field = table.fields.find((one) => one.name === shownWhen.field && one.name !== name);
  const codes = field === undefined ? undefined : choicesOf(field)?.map(({ code }) => code);
  if (codes?.includes(shownWhen.equals)) return [];
  const part = "shownWhen";
  const code = "own-field-condition";
  if (codes === undefined) {
    const says = `${shownWhen.field} is no other field of choices of this table.`;
    return [{ part, code, says, fix: "Name a field of choices, or one of yes and no." }];
  }
  const says = `${shownWhen.field} has no choice ${shownWhen.equals}.`;
  return [{ part, code, says, fix: `Choices: ${codes.join(", ")}.` }];
}

/** The dates of a table by which a field can be required. */
export const datesOf = ({ fields }: Table): readonly Field[] =>
  fields.filter(({ type, own }) => own === undefined && (type.kind === "date" || type.kind === "partial-date"));

function dayFaults({ requiredFrom }: OwnDefinition, table: Table): readonly DefinitionFault[] {
  const dates = datesOf(table).map(({ name }) => name);
  if (requiredFrom === undefined || requiredFrom.by === "" || dates.includes(requiredFrom.by)) return [];
  const says = `The table ${table.name} has no date ${requiredFrom.by}.`;
  const fix = dates.length === 0 ? "Let the day of the entry count." : `Dates: ${dates.join(", ")}.`;
  return [{ part: "requiredFrom", code: "own-field-day", says, fix }];
}
