import type { Query } from "@osteon/api";
import { useProblemWords } from "../../design/told.tsx";

/** What a query asks: a person's words as they are, those of a rule in the language of the page. */
export function useQuestion(): (query: Query) => string {
  const inWords = useProblemWords();
  return ({ raisedBy, code, field, says }) =>
    raisedBy === "rule"
      ? inWords({ code, severity: "query", where: field === null ? {} : { column: field }, says, fix: "" }).says
      : says;
}
