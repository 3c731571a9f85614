import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import { MISSING_WORDS } from "./missing-words.ts";

/** The names of variables and of times since diagnosis. */
export function useMissingLabels() {
  const says = useWords(MISSING_WORDS);
  const book = useBook();
  return {
    field: (table: string, field: string): string =>
      table === "laboratory" ? book.cell("laboratory", "analyte", field) : book.label(table, field),
    time: (name: string | undefined): string => {
      if (name === undefined) return says.all;
      if (name === "0") return says.diagnosis;
      return name === "later" ? says.later : name === "undated" ? says.undated : says.months(name);
    },
  };
}
