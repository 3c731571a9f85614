import { type Fault, faultsOf } from "@osteon/words";
import { choicesOf } from "../check/meant-choice.ts";
import type { Field, Table } from "../field.ts";
import { frozenColumns } from "../frozen-column.ts";
import { type Problem, placed } from "../problem.ts";
import { typedColumns } from "../typed/typed-columns.ts";
import { type DefinitionFault, definitionFaults, isDefinition } from "./definition-faults.ts";
import { currentOf, OWN_LIMITS, OWN_NAME, type OwnDefinition, type OwnField } from "./own-field.ts";
import { OWN_FIELD_PROBLEMS } from "./problems.ts";
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
  const add = (part: string, found: Fault): void => void faults.push({ part, ...found });
  if (table === undefined)
    add("table", refused("own-field-table", { table: ofTable.slice(0, 60), tables: codebook.map((one) => one.name) }));
  if (!OWN_NAME.test(name)) add("name", refused("own-field-name", { name: name.slice(0, 80) }));
  faults.push(...definitionFaults(definition));
  if (faults.length > 0 || table === undefined || !isDefinition(definition)) return faults.map(asProblem);
  const before = fields.find((one) => one.table === ofTable && one.name === name);
  const others = fields.filter((one) => one.table === ofTable && one !== before);
  if (before !== undefined) faults.push(...changeFaults(currentOf(before), definition));
  else if (others.length >= OWN_LIMITS.perTable) add("name", refused("own-field-taken", { most: OWN_LIMITS.perTable }));
  const beside = withOwnFields([table], others, "new")[0] ?? table;
  const whole =
    withOwnFields([table], [...others, { table: ofTable, name, versions: [definition] }], "new")[0] ?? table;
  const columns = [frozenColumns(whole), typedColumns(whole)].map((all) => all.map((one) => one.name));
  const twice = columns.map(doubled).find((one) => one !== undefined);
  if (twice !== undefined) add("name", refused("own-field-taken", { column: twice }));
  faults.push(...conditionFaults(definition, name, beside), ...dayFaults(definition, table));
  return faults.map(asProblem);
}

function doubled(names: readonly string[]): string | undefined {
  return names.find((name, place) => names.indexOf(name) !== place);
}

const { refused } = faultsOf(OWN_FIELD_PROBLEMS);
const asProblem = (fault: DefinitionFault): Problem => placed(fault, { column: fault.part });

function changeFaults(was: OwnDefinition, is: OwnDefinition): readonly DefinitionFault[] {
  const meaning = ({ type, unit }: OwnDefinition): string =>
    JSON.stringify([type.kind, type.kind === "decimal" ? type.decimals : null, unit ?? null]);
  if (meaning(was) === meaning(is)) return [];
  return [{ part: "type", ...refused("own-field-kept") }];
}

function conditionFaults({ shownWhen }: OwnDefinition, name: string, table: Table): readonly DefinitionFault[] {
  if (shownWhen === undefined) return [];
  const field = table.fields.find((one) => one.name === shownWhen.field && one.name !== name);
  const codes = field === undefined ? undefined : choicesOf(field)?.map(({ code }) => code);
  if (codes?.includes(shownWhen.equals)) return [];
  const { field: named, equals: code } = shownWhen;
  const found =
    codes === undefined
      ? refused("own-field-condition", { because: "no-choices", field: named })
      : refused("own-field-condition", { because: "no-code", field: named, code, codes });
  return [{ part: "shownWhen", ...found }];
}

/** The dates of a table by which a field can be required. */
export const datesOf = ({ fields }: Table): readonly Field[] =>
  fields.filter(({ type, own }) => own === undefined && (type.kind === "date" || type.kind === "partial-date"));

function dayFaults({ requiredFrom }: OwnDefinition, table: Table): readonly DefinitionFault[] {
  const dates = datesOf(table).map(({ name }) => name);
  if (requiredFrom === undefined || requiredFrom.by === "" || dates.includes(requiredFrom.by)) return [];
  const values = { because: "no-date", table: table.name, field: requiredFrom.by } as const;
  return [{ part: "requiredFrom", ...refused("own-field-day", dates.length === 0 ? values : { ...values, dates }) }];
}
