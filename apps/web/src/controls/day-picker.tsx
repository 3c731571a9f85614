import { CalendarDate, getLocalTimeZone, parseDate, today } from "@internationalized/date";
import { parsePartialDate } from "@osteon/codebook";
import { LOCALES } from "@osteon/words";
import { useContext } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarStateContext,
  CalendarYearPicker,
} from "react-aria-components/Calendar";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { CONTROL_WORDS } from "./control-words.ts";
import { withoutInlineStyle } from "./without-inline-style.ts";

interface Parts {
  /** What stands in the field as a cell of the codebook, or words that are no date. */
  readonly cell: string;
  /** A month or a year may be picked alone. */
  readonly isPartial: boolean;
  readonly onPick: (cell: string) => void;
}

/** Years that are offered before and after the one that is shown. */
const YEARS = 40;

/** A calendar: arrows go by days, Page Up and Page Down by months, with Shift by years; month and year are lists as well. */
export default function DayPicker({ cell, isPartial, onPick }: Parts) {
  withoutInlineStyle();
  const date = parsePartialDate(cell);
  const day = date?.precision === "day" ? parseDate(date.text) : null;
  const shown = date === undefined ? today(getLocalTimeZone()) : firstOf(date.text);
  return (
    <I18nProvider locale={LOCALES[useLanguage()]}>
      <Calendar
        className="day-picker"
        aria-label={useWords(CONTROL_WORDS).month}
        value={day}
        defaultFocusedValue={day ?? shown}
        autoFocus
        onChange={(picked) => onPick(picked.toString())}
      >
        <Head />
        <CalendarGrid weekdayStyle="short">
          <CalendarGridHeader>{(weekday) => <CalendarHeaderCell>{weekday}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>{(one) => <CalendarCell date={one} />}</CalendarGridBody>
        </CalendarGrid>
        {isPartial ? <Parts onPick={onPick} /> : null}
      </Calendar>
    </I18nProvider>
  );
}

function Head() {
  const says = useWords(CONTROL_WORDS);
  return (
    <div className="day-picker-head">
      <Button slot="previous" aria-label={says.previousMonth}>
        ‹
      </Button>
      <CalendarMonthPicker>{(list) => <List name={says.month} list={list} />}</CalendarMonthPicker>
      <CalendarYearPicker visibleYears={YEARS}>{(list) => <List name={says.year} list={list} />}</CalendarYearPicker>
      <Button slot="next" aria-label={says.nextMonth}>
        ›
      </Button>
    </div>
  );
}

interface ListParts {
  readonly name: string;
  readonly list: {
    readonly value: string | number;
    readonly onChange: (value: number) => void;
    readonly items: readonly { readonly id: number; readonly formatted: string }[];
  };
}

function List({ name, list: { value, onChange, items } }: ListParts) {
  return (
    <select aria-label={name} value={String(value)} onChange={(event) => onChange(Number(event.target.value))}>
      {items.map(({ id, formatted }) => (
        <option key={id} value={id}>
          {formatted}
        </option>
      ))}
    </select>
  );
}

/** What is shown, as a month or a year alone. */
function Parts({ onPick }: Pick<Parts, "onPick">) {
  const says = useWords(CONTROL_WORDS);
  const format = useFormat();
  const shown = useContext(CalendarStateContext)?.visibleRange.start.toString();
  if (shown === undefined) return null;
  const parts = [shown.slice(0, 7), shown.slice(0, 4)];
  return (
    <div className="row">
      {parts.map((part) => (
        <button key={part} type="button" onClick={() => onPick(part)}>
          {says.alone(format.longDate(part))}
        </button>
      ))}
    </div>
  );
}

function firstOf(text: string): CalendarDate {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return new CalendarDate(year, month, day);
}
