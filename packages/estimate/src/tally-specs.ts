import type { Predicate, TallySpec } from "@osteon/engine";
import type { Analysis, Leveled, Protocol, Where } from "@osteon/protocol";

/** The tally that each analysis counts, in the order of the protocol; its id is the analysis's. */
export function tallySpecs(protocol: Protocol): readonly TallySpec[] {
  return Object.entries(protocol.analyses).map(([id, analysis]) => tallySpec(id, analysis));
}

/** Key columns come in the order in which the estimators read them: groups first, values after. */
export function tallySpec(id: string, analysis: Analysis): TallySpec {
  return { id, from: analysis.from, by: keyColumns(analysis), where: predicates(analysis.where) };
}

function keyColumns(analysis: Analysis): readonly string[] {
  switch (analysis.kind) {
    case "count":
      return grouping(analysis);
    case "continuous":
    case "share":
    case "breakdown":
    case "ranking":
      return [...grouping(analysis), analysis.column];
    case "survival":
      return [...(analysis.by === undefined ? [] : [analysis.by.column]), analysis.time, analysis.event];
    case "diagnostic":
      return [analysis.score, analysis.truth];
    case "association":
      return [analysis.x, analysis.y];
    case "agreement":
      return [...new Set([...grouping(analysis), analysis.first.column, analysis.second.column])];
  }
}

const grouping = ({ by = [] }: { readonly by?: readonly Leveled[] }) => by.map(({ column }) => column);

function predicates(where: Where): readonly Predicate[] {
  return Object.entries(where).map(([column, condition]): Predicate => {
    if (typeof condition === "string" || typeof condition === "number") return { column, is: condition };
    if (isList(condition)) return { column, is: condition };
    return { column, ...condition };
  });
}

function isList(condition: Where[string]): condition is readonly (string | number)[] {
  return Array.isArray(condition);
}
