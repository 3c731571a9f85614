import type { OwnDefinition } from "@osteon/codebook";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { OWN_FIELDS_WORDS } from "./own-fields-words.ts";

/** What a definition asks, in a line: its kind, its limits or choices, when it is shown and since when it is required. */
export function useDefinitionWords(): (table: string, definition: OwnDefinition) => string {
  const says = useWords(OWN_FIELDS_WORDS);
  const book = useBook();
  const format = useFormat();
  const at = useLanguage() === "de" ? 1 : 0;
  return (table, { type, unit, shownWhen, requiredFrom, retired }) => {
    const number = (value: number): string => format.decimal(String(value));
    const parts = [unit === undefined ? says[type.kind] : `${says[type.kind]} (${unit})`];
    if (type.kind === "choice")
      parts.push(type.choices.map(({ says: en, german = en }) => [en, german][at]).join(", "));
    if (type.kind === "text") parts.push(says.atMost(format.number(type.maxLength)));
    if ("limits" in type) {
      const [possible, plausible] = [type.limits.possible, type.limits.plausible].map((one) => one.map(number));
      parts.push(says.possible(possible?.[0] ?? "", possible?.[1] ?? ""));
      parts.push(says.plausible(plausible?.[0] ?? "", plausible?.[1] ?? ""));
    }
    if (shownWhen !== undefined)
      parts.push(
        says.shownOnly(book.label(table, shownWhen.field), book.cell(table, shownWhen.field, shownWhen.equals)),
      );
    if (requiredFrom !== undefined) parts.push(says.requiredSince(format.date(requiredFrom.on)));
    if (retired === true) parts.push(says.retiredChip);
    return parts.join("; ");
  };
}
