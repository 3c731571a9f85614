import { useFormat } from "../words/format.ts";
import { bilingual, useWords } from "../words/words.ts";
import { useGroupName } from "./survival/use-group-name.ts";

const WORDS = bilingual({
  events: [
    (month: string, who: string) => `Relapses at month ${month}, ${who}`,
    (month: string, who: string) => `Rückfälle in Monat ${month}, ${who}`,
  ],
  atRisk: [
    (month: string, who: string) => `At risk at month ${month}, ${who}`,
    (month: string, who: string) => `Unter Risiko in Monat ${month}, ${who}`,
  ],
  censored: [
    (month: string, who: string) => `Last seen without relapse at month ${month}, ${who}`,
    (month: string, who: string) => `Zuletzt ohne Rückfall gesehen in Monat ${month}, ${who}`,
  ],
  outcome_day: ["Day", "Tag"],
  outcome_event: ["Outcome", "Ausgang"],
  relapsed: ["relapse", "Rückfall"],
  free: ["last seen without relapse", "zuletzt ohne Rückfall gesehen"],
});

const STEP = /^[a-z0-9-]+\.(?<group>[^.]+)\.(?:step|risk)-(?<what>events|at-risk|censored)@(?<day>-?\d+)$/;
const DAYS_OF_MONTH = 365.25 / 12;

/** What a step or number of a survival curve, and the columns of the children behind it, are in words. */
export function useResultWords() {
  const says = useWords(WORDS);
  const format = useFormat();
  const nameOf = useGroupName();
  return {
    /** Nothing where the number has no words of its own. */
    title: (id: string): string | undefined => {
      const { group = "", what = "", day = "0" } = STEP.exec(id)?.groups ?? {};
      if (group === "") return undefined;
      const told = { events: says.events, "at-risk": says.atRisk, censored: says.censored }[what];
      return told?.(format.number(Number(day) / DAYS_OF_MONTH, 1), nameOf(group));
    },
    column: (name: string): string | undefined =>
      name === "outcome_day" || name === "outcome_event" ? says[name] : undefined,
    /** The words of a code; nothing where the cell says itself. */
    cell: (column: string, value: number | string | null): string | undefined =>
      column === "outcome_event" && value !== null ? (Number(value) === 1 ? says.relapsed : says.free) : undefined,
  };
}
