import { accounts } from "@osteon/api";
import { CODEBOOK } from "@osteon/codebook";
import { useEffect, useState } from "react";
import { useGet } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import { CentreChoice } from "../centre-choice.tsx";
import { type Search, useSearchChange } from "../search.ts";
import { CHANGES_WORDS } from "./changes-words.ts";
import { dayOf } from "./use-changes.ts";

const DAY = 86_400_000;
const ACTIONS = ["entered", "changed", "deleted"] as const;

/** Narrows the changes by period, centre, person, table, action and child; all of it stands in the address. */
export function ChangeFilters({ search }: { readonly search: Search }) {
  const says = useWords(CHANGES_WORDS);
  const book = useBook();
  const change = useSearchChange();
  const people = useGet(accounts.listPeople, {});
  const ago = (days: number): string => dayOf(new Date(Date.now() - days * DAY));
  const period = (label: string, from: string, to: string) => (
    <button type="button" className="quiet" onClick={() => change({ from, to })}>
      {label}
    </button>
  );
  return (
    <search aria-label={says.filters} className="stack">
      <div className="quality-filters">
        <Field label={says.from}>
          <input
            type="date"
            value={search.from ?? ""}
            max={search.to}
            onChange={(event) => change({ from: event.target.value })}
          />
        </Field>
        <Field label={says.to}>
          <input
            type="date"
            value={search.to ?? ""}
            min={search.from}
            onChange={(event) => change({ to: event.target.value })}
          />
        </Field>
        <div className="row">
          {period(says.today, ago(0), ago(0))}
          {period(says.yesterday, ago(1), ago(1))}
          {period(says.week, ago(6), ago(0))}
          {search.from === undefined && search.to === undefined ? null : period(says.ever, "", "")}
        </div>
      </div>
      <div className="quality-filters">
        <CentreChoice search={search} ability="audit read" />
        <Field label={says.person}>
          <select value={search.by ?? ""} onChange={(event) => change({ by: event.target.value })}>
            <option value="">{says.anyone}</option>
            {people.data?.people.map(({ account, name }) => (
              <option key={account} value={account}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={says.table}>
          <select value={search.table ?? ""} onChange={(event) => change({ table: event.target.value })}>
            <option value="">{says.anyTable}</option>
            {CODEBOOK.map(({ name }) => (
              <option key={name} value={name}>
                {book.many(name)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={says.action}>
          <select value={search.action ?? ""} onChange={(event) => change({ action: event.target.value })}>
            <option value="">{says.anyAction}</option>
            {ACTIONS.map((action) => (
              <option key={action} value={action}>
                {says[action]}
              </option>
            ))}
          </select>
        </Field>
        <ChildField chosen={search.patient ?? ""} onChoose={(patient) => change({ patient })} />
      </div>
    </search>
  );
}

/** The child is looked for when the field is left or Enter is pressed, not at each letter. */
function ChildField({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (patient: string) => void }) {
  const says = useWords(CHANGES_WORDS);
  const [typed, setTyped] = useState(chosen);
  useEffect(() => setTyped(chosen), [chosen]);
  return (
    <Field label={says.child}>
      <input
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => onChoose(typed.trim())}
        onKeyDown={(event) => {
          if (event.key === "Enter") onChoose(typed.trim());
        }}
      />
    </Field>
  );
}
