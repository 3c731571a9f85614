import type { Choices } from "@osteon/api";
import { CNO_MODELS } from "@osteon/cno";
import { type Charts, type Codebook, SHIPPED } from "@osteon/codebook";
import { derive, modelsReached, readModels } from "@osteon/derive";
import { openDuckDb, type Row, type Tally, tally } from "@osteon/engine";
import { createFrozenTables, frozenRows } from "@osteon/freeze";
import { EVERY_CHILD, namedGroups } from "./chosen-groups.ts";
import { CHOSEN_MODELS } from "./chosen-lock.ts";
import { chosenStudy } from "./chosen-study.ts";

/** How many children stand in a group, and why others do not. */
export interface Standing {
  readonly counted: number;
  readonly notMet: number;
  readonly notKnown: number;
  /** Counted in a group that was begun before. */
  readonly otherGroup: number;
}

export interface ChildrenCounted {
  /** Of all children with CNO: those of whom every condition holds, and those left out. */
  readonly all: Standing;
  /** In the order of the choices. */
  readonly groups: readonly Standing[];
  readonly conditions: readonly { readonly met: number; readonly notMet: number; readonly notKnown: number }[];
}

/** Charts that were loaded once and are counted by one choice after another. */
export interface ChildCounter {
  count(choices: Choices): Promise<ChildrenCounted>;
  close(): Promise<void>;
}

const COUNTING = ["chosen_line", "condition_standing"];
const LINE = ["line_class", "standing", "stratum"];
const CONDITION = ["chosen_condition", "condition_state"];

/** The cells of a tally by the names of its columns, with the number of rows as `n`. */
const named = ({ spec, rows }: Tally): readonly Row[] =>
  rows.map(({ key, n }) => ({
    ...Object.fromEntries(spec.by.map((column, place) => [column, key[place] ?? null])),
    n,
  }));

/** Loads charts, and counts them by the models that a run of the study uses. The charts must have passed the checks of a freeze. */
export async function childCounter(charts: Charts, book: Codebook = SHIPPED): Promise<ChildCounter> {
  const models = modelsReached(readModels([CNO_MODELS, CHOSEN_MODELS]), COUNTING);
  const engine = await openDuckDb({ threads: 1 });
  await createFrozenTables(engine, book);
  for (const table of frozenRows(charts, "middle", book)) await engine.load(table);
  return {
    count: async (choices) => {
      await derive(engine, chosenStudy(choices).protocol, { models });
      const lines = await tally(engine, { id: "lines", from: "chosen_line", by: LINE, where: [] });
      const conditions = await tally(engine, {
        id: "conditions",
        from: "condition_standing",
        by: CONDITION,
        where: [{ column: "line_class", is: EVERY_CHILD }],
      });
      return counted(choices, named(lines), named(conditions));
    },
    close: () => engine.close(),
  };
}

function counted(choices: Choices, lines: readonly Row[], conditions: readonly Row[]): ChildrenCounted {
  const sum = (rows: readonly Row[]): number => rows.reduce((all, { n }) => all + Number(n), 0);
  const standingOf = (rows: readonly Row[]): Standing => {
    const at = (standing: string) => sum(rows.filter((row) => row.standing === standing));
    const [notMet, notKnown] = [at("not_met"), at("not_known")];
    return { counted: at("counted"), notMet, notKnown, otherGroup: at("other_group") };
  };
  const all = lines.filter(({ line_class }) => line_class === EVERY_CHILD);
  return {
    all: standingOf(all),
    groups: namedGroups(choices.groups).map(({ id }) =>
      standingOf(
        choices.groups.by === "stratum"
          ? all.filter(({ stratum }) => stratum === id)
          : lines.filter(({ line_class }) => line_class === id),
      ),
    ),
    conditions: choices.population.map((_, index) => {
      const own = conditions.filter(({ chosen_condition }) => chosen_condition === `condition-${index + 1}`);
      const at = (state: string) => sum(own.filter(({ condition_state }) => condition_state === state));
      return { met: at("met"), notMet: at("not_met"), notKnown: at("not_known") };
    }),
  };
}
