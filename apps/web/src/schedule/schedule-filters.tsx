import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { centresOf, useMe } from "../api/me.ts";
import { Field } from "../design/field.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import type { ScheduleSearch } from "./use-schedule.ts";
import { type TimePoint, WINDOW_STATES } from "./windows.ts";

interface Parts {
  readonly search: ScheduleSearch;
  readonly timePoints: readonly TimePoint[];
}

/** What the list is narrowed by; it stands in the address, so that a list can be sent to a colleague. */
export function ScheduleFilters({ search, timePoints }: Parts) {
  const says = useWords(SCHEDULE_WORDS);
  const language = useLanguage();
  const navigate = useNavigate();
  const centres = centresOf(useMe(), "chart read");
  const choice = (name: string, label: string, options: readonly (readonly [value: string, says: string])[]) => (
    <Field label={label}>
      <select
        value={search[name] ?? ""}
        onChange={({ target: { value } }) =>
          void navigate({ to: ".", replace: true, search: { ...search, [name]: value === "" ? undefined : value } })
        }
      >
        <option value="">{says.any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <search className="schedule-filters no-print">
      {centres.length > 1
        ? choice(
            "centre",
            says.centre,
            centres.map((centre) => [centre, centre]),
          )
        : null}
      {choice(
        "timePoint",
        says.timePoint,
        timePoints.map(({ name, label }) => [name, label[language]]),
      )}
      {choice(
        "state",
        says.state,
        WINDOW_STATES.map((state) => [state, says[state]]),
      )}
      {search.centre || search.timePoint || search.state ? (
        <button
          type="button"
          className="quiet"
          onClick={() => void navigate({ to: ".", search: search.asOf ? { asOf: search.asOf } : {} })}
        >
          {says.clear}
        </button>
      ) : null}
    </search>
  );
}

const [EARLIEST, LATEST] = ["1900-01-01", "2100-12-31"];

/** The day of reference; while its year is still being typed the page stays as it is. */
export function AsOf({ search, asOf }: { readonly search: ScheduleSearch; readonly asOf: string | undefined }) {
  const says = useWords(SCHEDULE_WORDS);
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string>();
  const go = (day: string | undefined) => void navigate({ to: ".", replace: true, search: { ...search, asOf: day } });
  return (
    <>
      <Field label={says.asOf}>
        <input
          type="date"
          min={EARLIEST}
          max={LATEST}
          value={typed ?? search.asOf ?? asOf ?? ""}
          onChange={({ target: { value } }) => {
            setTyped(value);
            if (value >= EARLIEST && value <= LATEST) go(value);
          }}
        />
      </Field>
      {search.asOf === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            setTyped(undefined);
            go(undefined);
          }}
        >
          {says.today}
        </button>
      )}
    </>
  );
}
