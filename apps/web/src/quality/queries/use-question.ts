import type { Query } from "@osteon/api";
import { useProblemWords } from "../../design/told.tsx";

/** What a query asks: a person's words as they are, those of a rule in the language of the page. */
export function useQuestion(): (query: Query) => string {
  const inWords = useProblemWords();
  return ({ raisedBy, code, entity, field, says, values }) =>
    raisedBy === "rule"
      ? inWords({
          code,
          severity: "query",
          where: { file: entity, ...(field === null ? {} : { column: field }) },
          ...(values === null ? {} : { values }),
          says,
          fix: "",
        }).says
      : says;
}
