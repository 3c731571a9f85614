import type { ToldBack } from "@osteon/api";
import { useLanguage, useWords } from "../words/words.ts";
import { TOLD_BACK_WORDS } from "./told-back-words.ts";

/** What is missing, each by its name and where. */
export function Lacks({ lacks }: Pick<ToldBack["cdas"], "lacks">) {
  const says = useWords(TOLD_BACK_WORDS);
  const language = useLanguage();
  if (lacks.length === 0) return null;
  return (
    <ul className="plain small quiet-text">
      {lacks.map(({ item, title, at }) => (
        <li key={item}>{says[at](title[language])}</li>
      ))}
    </ul>
  );
}
