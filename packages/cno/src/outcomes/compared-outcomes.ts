import type { YesNo } from "@osteon/protocol";
import { PEDCNO_TABLES } from "../pedcno.ts";
import { OUTCOME_DEFINITIONS, type OutcomeDefinition } from "./outcome-definitions.ts";
import { OUTCOME_ITEMS } from "./outcome-item.ts";

const LEVELS = Object.keys(PEDCNO_TABLES.pedcno_level.rows);

/** By which reports say who is in remission or improved; the first is what the others are held against. */
const COMPARED: readonly string[] = [
  ...["full_remission", "any_remission"],
  ...LEVELS,
  ...["cdas_fall", "severe_disease", "mri_inactive", "low_pain"],
];

/** The definitions that reports compare, in their order. */
export const COMPARED_OUTCOMES: readonly OutcomeDefinition[] = COMPARED.map((name) => {
  const found = OUTCOME_DEFINITIONS.find(({ id }) => id === name);
  if (found === undefined) throw new Error(`no outcome definition is named ${name}`);
  return found;
});

/** Who is well or improved, as a yes or no of the model `outcome_profile`, or of a study's own that keeps its columns. */
export const WELL_RESULTS: Readonly<Record<string, YesNo & { readonly title: string }>> = Object.fromEntries(
  COMPARED_OUTCOMES.map(({ id, wellTitle, good }) => [
    id,
    { title: wellTitle.en, column: id, values: [good ? 1 : 0], unknown: [] },
  ]),
);

/** The same with labels for tables. */
export const WELL_LABELS: readonly { readonly name: string; readonly label: string }[] = COMPARED_OUTCOMES.map(
  ({ id, wellTitle }) => ({ name: id, label: wellTitle.en }),
);

/** Definitions that ask for the same items stand for each other where it is told what is missing. */
export const MISSING_COLUMNS: readonly { readonly definition: string; readonly label: string }[] = [
  { definition: "full_remission", label: "Remission" },
  ...LEVELS.slice(0, 1).map((definition) => ({ definition, label: "PedCNO" })),
  { definition: "cdas_fall", label: "CDAS" },
  { definition: "severe_disease", label: "Physician global" },
  { definition: "mri_inactive", label: "MRI" },
  { definition: "low_pain", label: "Pain" },
];

/** A row for each item: how many children lack it, by what is not known without it; blank where a definition does not ask for it. */
export function missingRows(
  count: (definition: string, item: string) => string,
): readonly { readonly label: string; readonly cells: readonly string[] }[] {
  const asks = MISSING_COLUMNS.map(({ definition }) => {
    const own = OUTCOME_DEFINITIONS.find(({ id }) => id === definition);
    return { definition, items: [...(own?.needs ?? []), ...(own?.needsFromStart ?? [])] };
  });
  return Object.entries(OUTCOME_ITEMS).flatMap(([item, { title }]) => {
    const cells = asks.map(({ definition, items }) =>
      items.some((own) => own === item) ? count(definition, item) : "",
    );
    return cells.every((cell) => cell === "") ? [] : [{ label: title.en, cells }];
  });
}
