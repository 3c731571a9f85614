import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { pointName, SCHEDULE_WORDS } from "./schedule-words.ts";
import type { ScheduleSearch } from "./use-schedule.ts";
import { WINDOW_STATES } from "./windows.ts";

/** What a printed list is of: the day of reference and each filter, since the fields that say so are not printed. */
export function useToldBy(): (search: ScheduleSearch, asOf: string | undefined) => string {
  const says = useWords(SCHEDULE_WORDS);
  const format = useFormat();
  const language = useLanguage();
  return (search, asOf) => {
    const state = WINDOW_STATES.find((one) => one === search.state);
    return [
      `${says.asOf} ${format.date(asOf)}`,
      search.centre === undefined ? "" : `${says.centre}: ${search.centre}`,
      search.timePoint === undefined ? "" : `${says.timePoint}: ${pointName(search.timePoint, language)}`,
      state === undefined ? "" : `${says.state}: ${says[state]}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
  };
}
