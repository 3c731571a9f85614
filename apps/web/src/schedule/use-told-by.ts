import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import type { ScheduleSearch } from "./use-schedule.ts";
import { type TimePoint, WINDOW_STATES } from "./windows.ts";

/** What a printed list is of: the day of reference and each filter, since the fields that say so are not printed. */
export function useToldBy(): (
  search: ScheduleSearch,
  asOf: string | undefined,
  timePoints: readonly TimePoint[],
) => string {
  const says = useWords(SCHEDULE_WORDS);
  const format = useFormat();
  const language = useLanguage();
  return (search, asOf, timePoints) => {
    const point = timePoints.find(({ name }) => name === search.timePoint);
    const state = WINDOW_STATES.find((one) => one === search.state);
    return [
      `${says.asOf} ${format.date(asOf)}`,
      search.centre === undefined ? "" : `${says.centre}: ${search.centre}`,
      point === undefined ? "" : `${says.timePoint}: ${point.label[language]}`,
      state === undefined ? "" : `${says.state}: ${says[state]}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
  };
}
