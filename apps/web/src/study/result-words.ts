import type { Members } from "@osteon/api";
import { DAYS_PER_MONTH } from "@osteon/codebook";
import { useFormat } from "../words/format.ts";
import { bilingual, useLanguage, useWords } from "../words/words.ts";
import { STUDY_WORDS } from "./study-words.ts";

const WORDS = bilingual({
  events: [
    (event: string, month: string, who: string) => `${event} at month ${month}, ${who}`,
    (event: string, month: string, who: string) => `${event} in Monat ${month}, ${who}`,
  ],
  atRisk: [
    (event: string, month: string, who: string) => `At risk at month ${month}, ${who} (event: ${event})`,
    (event: string, month: string, who: string) => `Unter Risiko in Monat ${month}, ${who} (Ereignis: ${event})`,
  ],
  censored: [
    (event: string, month: string, who: string) =>
      `Last seen without the event at month ${month}, ${who} (event: ${event})`,
    (event: string, month: string, who: string) =>
      `Zuletzt ohne das Ereignis gesehen in Monat ${month}, ${who} (Ereignis: ${event})`,
  ],
  day: ["Day", "Tag"],
  outcome: ["Outcome", "Ausgang"],
  free: ["last seen without the event", "zuletzt ohne das Ereignis gesehen"],
});

const STEP = /^[a-z0-9-]+\.[^.]+\.(?:step|risk)-(?<what>events|at-risk|censored)@(?<day>-?\d+)$/;

/** What a step or number of a survival curve, and the columns of the children behind it, are in words; nothing of a number of no curve. */
export function useResultWords(curve: Members["curve"]) {
  const says = useWords(WORDS);
  const { everyone } = useWords(STUDY_WORDS);
  const format = useFormat();
  const language = useLanguage();
  return {
    /** Nothing where the number has no words of its own. */
    title: (id: string): string | undefined => {
      const { what = "", day = "0" } = STEP.exec(id)?.groups ?? {};
      if (curve === undefined || what === "") return undefined;
      const told = { events: says.events, "at-risk": says.atRisk, censored: says.censored }[what];
      const month = format.number(Number(day) / DAYS_PER_MONTH, 1);
      return told?.(curve.says[language], month, curve.group?.[language] ?? everyone);
    },
    column: (name: string): string | undefined =>
      name === curve?.time ? says.day : name === curve?.event ? says.outcome : undefined,
    /** The words of a code; nothing where the cell says itself. */
    cell: (column: string, value: number | string | null): string | undefined =>
      column === curve?.event && value !== null ? (Number(value) === 1 ? curve?.says[language] : says.free) : undefined,
  };
}
