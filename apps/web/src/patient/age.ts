import type { Chart } from "@osteon/api";
import { DAYS_PER_YEAR, type EpochDay } from "@osteon/codebook";
import { useWords } from "../words/words.ts";
import { dayOf, ownRow } from "./chart-rows.ts";
import { PATIENT_WORDS } from "./patient-words.ts";

/** Today as days since 1970, where the person is. */
export function today(): EpochDay {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}

/** A child's age on a day, as a text; undefined where the birth or the day is not known. The day of birth is not kept. */
export function useAge(chart: Chart): (on: EpochDay | undefined) => string | undefined {
  const says = useWords(PATIENT_WORDS);
  const born = dayOf(ownRow(chart)?.cells.born_on);
  return (on) => {
    if (born === undefined || on === undefined || on < born) return undefined;
    const months = Math.floor(((on - born) / DAYS_PER_YEAR) * 12);
    return says.age(Math.floor(months / 12), months % 12);
  };
}
