import type { VisitWindow } from "@osteon/api";
import { Mark } from "../design/mark.tsx";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import { markOf } from "./windows.ts";

/** When something of a window is to be done, or was, in words. */
export function useWindowWords(): (window: VisitWindow) => string {
  const says = useWords(SCHEDULE_WORDS);
  const format = useFormat();
  return ({ state, opensOn, closesOn, visit }) => {
    if (visit !== undefined) return says.seen(format.date(visit.visitedOn));
    if (state === "upcoming") return says.from(format.date(opensOn));
    return state === "due" ? says.until(format.date(closesOn)) : says.since(format.date(closesOn));
  };
}

/** A window in a line: its mark, its time point, and the day that counts. */
export function WindowLine({ window }: { readonly window: VisitWindow }) {
  const says = useWords(SCHEDULE_WORDS);
  const inWords = useWindowWords();
  const language = useLanguage();
  return (
    <span className="nowrap">
      <Mark kind={markOf(window.state)} says={says[window.state]} /> {window.label[language]}{" "}
      <span className="quiet-text">{inWords(window)}</span>
    </span>
  );
}
