import type { Result } from "@osteon/estimate";
import type { Behind } from "./result-members.ts";

/** A number of two runs that is not the same in both; null where it is not estimable, missing where a run has no such number. */
export interface MovedNumber {
  readonly id: string;
  readonly analysis: string;
  readonly group: string;
  readonly statistic: string;
  readonly unit: string;
  readonly before?: number | null;
  readonly after?: number | null;
  readonly becauseBefore?: string;
  readonly becauseAfter?: string;
}

/** The numbers that moved from one run to another, in the order of the later; those that are gone stand last. */
export function movedNumbers(before: readonly Result[], after: readonly Result[]): readonly MovedNumber[] {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({ id }) => id));
  const moved = after.flatMap((row) => {
    const was = earlier.get(row.id);
    return was !== undefined && was.value === row.value && was.because === row.because ? [] : [movedFrom(was, row)];
  });
  return [...moved, ...before.filter(({ id }) => !later.has(id)).map((row) => movedFrom(row, undefined))];
}

function movedFrom(was: Result | undefined, is: Result | undefined): MovedNumber {
  const named = is ?? was;
  if (named === undefined) throw new Error("a number of no run");
  const { id, analysis, group, statistic, unit } = named;
  return {
    ...{ id, analysis, group, statistic, unit },
    ...(was === undefined ? {} : { before: was.value }),
    ...(is === undefined ? {} : { after: is.value }),
    ...(was?.because === undefined ? {} : { becauseBefore: was.because }),
    ...(is?.because === undefined ? {} : { becauseAfter: is.because }),
  };
}

/** Children by whom a number moved, in the order of the later run; those who are no more behind it stand last. */
export interface MovedBy {
  readonly centre: string;
  readonly patient: string;
  /** `otherwise`: behind both numbers, with something else in the cells. */
  readonly was: "added" | "removed" | "otherwise";
}

/** The children behind one of two numbers, or behind both in other cells. */
export function movedBy(
  before: Pick<Behind, "children" | "cells">,
  after: Pick<Behind, "children" | "cells">,
): readonly MovedBy[] {
  const cellsOf = ({ children, cells }: Pick<Behind, "children" | "cells">) =>
    new Map(children.map((child, place) => [nameOf(child), JSON.stringify(cells[place] ?? [])]));
  const [earlier, later] = [cellsOf(before), cellsOf(after)];
  const here = after.children.flatMap((child): readonly MovedBy[] => {
    const was = earlier.get(nameOf(child));
    if (was === undefined) return [{ ...child, was: "added" }];
    return was === later.get(nameOf(child)) ? [] : [{ ...child, was: "otherwise" }];
  });
  const gone = before.children.filter((child) => !later.has(nameOf(child)));
  return [...here, ...gone.map((child) => ({ ...child, was: "removed" as const }))];
}

const nameOf = ({ centre, patient }: { readonly centre: string; readonly patient: string }): string =>
  JSON.stringify([centre, patient]);
