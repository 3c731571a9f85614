import type { Row } from "@osteon/api";
import { type Field, keyOf, missingReasonOf, type Table } from "@osteon/codebook";

/** Asked of a child that was hardly seen before: what nearly every visit of the sample cohort answers. */
const FIRST: ReadonlySet<string> = new Set([
  "weight_kg",
  "height_cm",
  "temperature_cel",
  "pain_nrs",
  "patient_global_nrs",
  "physician_global_nrs",
  "chaq",
  "subjective_change",
  "swelling",
  "redness",
  "heat",
  "reduced_range",
  "abnormal_gait",
  "painful_sites",
]);
/** So many visits before say what is usual for a child. */
const LOOKED_AT = 4;
/** With fewer visits nobody knows yet what is usual for the child. */
const KNOWN_FROM = 2;

/** The fields of a visit: those that the last visits of the child answered, and the rest, each in the order of the codebook. */
export function usualFields(
  table: Table,
  visitsBefore: readonly Row[],
): { readonly usual: readonly Field[]; readonly rest: readonly Field[] } {
  const last = visitsBefore.slice(0, LOOKED_AT);
  const answered = ({ name }: Field): boolean =>
    last.some(({ cells }) => missingReasonOf(cells[name] ?? "") === undefined);
  const isUsual = (field: Field): boolean =>
    field.required || answered(field) || (last.length < KNOWN_FROM && FIRST.has(field.name));
  const own = table.fields.filter(({ name }) => name !== "patient" && name !== keyOf(table).name);
  return { usual: own.filter(isUsual), rest: own.filter((field) => !isUsual(field)) };
}
