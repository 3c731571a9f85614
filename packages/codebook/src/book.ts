import { CODEBOOK } from "./codebook.ts";
import { ANALYTES, type Analyte } from "./codes/analyte.ts";
import { DRUGS, type Drug, OTHER_DRUG } from "./codes/drug.ts";
import type { Choice, Table } from "./field.ts";
import type { OwnField } from "./own/own-field.ts";
import { type OwnUse, withOwnFields } from "./own/with-own-fields.ts";

/** The codebook at hand: the tables of this version with what a registry, a chart folder or a freeze has added to its lists. */
export interface Codebook {
  readonly tables: readonly Table[];
  readonly drugs: readonly Drug[];
  readonly analytes: readonly Analyte[];
  /** The fields that a registry added; `tables` has them behind its own. */
  readonly own: readonly OwnField[];
}

/** The lists of a codebook that a registry extends. */
export type Lists = Pick<Codebook, "drugs" | "analytes">;

/** The codebook as it is shipped; charts without lists of their own go by it. */
export const SHIPPED: Codebook = { tables: CODEBOOK, drugs: DRUGS, analytes: ANALYTES, own: [] };

/** The codebook with other lists; fields of a choice from a list have its choices. */
export function codebookWith({ drugs, analytes }: Partial<Lists>, of: Codebook = SHIPPED): Codebook {
  const lists = { drugs: drugs ?? of.drugs, analytes: analytes ?? of.analytes };
  const choices: Readonly<Record<string, readonly Choice[]>> = {
    drug: [...lists.drugs, OTHER_DRUG],
    analyte: lists.analytes,
  };
  const tables = of.tables.map((table): Table => {
    if (!table.fields.some(({ type }) => type.kind === "choice" && type.list !== undefined)) return table;
    const fields = table.fields.map((field) =>
      field.type.kind === "choice" && field.type.list !== undefined
        ? { ...field, type: { ...field.type, choices: choices[field.type.list] ?? [] } }
        : field,
    );
    return { ...table, fields };
  });
  return { tables, ...lists, own: of.own };
}

/** The codebook with the fields that a registry added, for values that are entered now or for those that it keeps. */
export function withOwn(of: Codebook, own: readonly OwnField[], use: OwnUse): Codebook {
  const bare = of.tables.map((table) =>
    table.fields.some((field) => field.own !== undefined)
      ? { ...table, fields: table.fields.filter((field) => field.own === undefined) }
      : table,
  );
  return { ...of, tables: withOwnFields(bare, own, use), own };
}

/** The codebook as charts are read that stand already: what was entered is sound under the definition of its time. */
export function keptBook(book: Codebook): Codebook {
  const kept = book.own.length === 0 ? book : withOwn(book, book.own, "kept");
  if (![...book.drugs, ...book.analytes].some(({ retired }) => retired)) return kept;
  // An entry that was retired since is no question where it stands already.
  const offered = ({ retired: _, ...choice }: Choice): Choice => choice;
  const tables = kept.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) =>
      field.type.kind === "choice" && field.type.list !== undefined
        ? { ...field, type: { ...field.type, choices: field.type.choices.map(offered) } }
        : field,
    ),
  }));
  return { ...kept, tables };
}
