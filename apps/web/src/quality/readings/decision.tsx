import type { Reading } from "@osteon/api";
import { work } from "@osteon/api";
import { type Field as BookField, cellCheck, cellTyped, FORM_NOTATION, tableNamed } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { may, useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Problems, useProblemWords } from "../../design/told.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { useNames } from "../use-names.ts";
import { AnotherValue } from "./another-value.tsx";
import { READING_WORDS } from "./reading-words.ts";
import { differencesOf, type ReadField } from "./use-readings.ts";

/** What is chosen for a field: a value of one of the readers, or another. */
interface Choice {
  readonly from: "first" | "second" | "another";
  readonly value: string;
}

/** One row field by field, differences first; who may decide chooses either reading or gives another value. */
export function Decision({ table, reading }: { readonly table: string; readonly reading: Reading }) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const names = useNames();
  const me = useMe();
  const client = useQueryClient();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [tried, setTried] = useState(false);
  const differing = differencesOf(reading);
  const alike = reading.fields.filter(({ agree }) => agree);
  const decides = reading.decided === undefined && may(me, "reading adjudicate", reading.centre);
  const language = useLanguage();
  const problemOf = useCellProblem(table);
  const ready = differing.every(({ field }) => {
    const choice = choices[field];
    return choice !== undefined && problemOf(field, cellOf(choice, table, field, language)) === undefined;
  });
  const keep = useMutation({
    mutationFn: () => {
      const cells = Object.fromEntries(
        reading.fields.map(({ field, first }) => {
          const choice = choices[field];
          return [field, choice === undefined ? first : cellOf(choice, table, field, language)];
        }),
      );
      const { centre, patient, rowKey: key } = reading;
      const body = { centre, patient, table, key, cells };
      return call(work.decideReadings, { body }, { key: crypto.randomUUID() });
    },
    onSuccess: () => readAgain(client, "/api/readings"),
  });
  const shown = (field: string, cell: string) =>
    cell === "" ? <em className="quiet-text">{says.blank}</em> : book.cell(table, field, cell);
  return (
    <Panel
      title={`${says.compare}: ${book.one(table)} ${reading.rowKey}`}
      actions={
        <Link
          to="/centres/$centre/patients/$patient"
          params={{ centre: reading.centre, patient: reading.patient }}
          className="mono"
        >
          {reading.patient}
        </Link>
      }
    >
      {reading.decidedBy === undefined ? null : <p className="notice">{says.decidedBy(names(reading.decidedBy))}</p>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (ready && !keep.isPending) keep.mutate();
        }}
      >
        {differing.map((read) => (
          <fieldset key={read.field} className="difference">
            <legend>{book.label(table, read.field)}</legend>
            {decides ? (
              <Choices
                table={table}
                read={read}
                readers={[names(reading.readers[0]), names(reading.readers[1])]}
                choice={choices[read.field]}
                problem={problemOf(read.field, cellOf(choices[read.field], table, read.field, language))}
                onChoose={(choice) => setChoices((before) => ({ ...before, [read.field]: choice }))}
              />
            ) : (
              <dl className="facts">
                <dt>{names(reading.readers[0])}</dt>
                <dd>{shown(read.field, read.first)}</dd>
                <dt>{names(reading.readers[1])}</dt>
                <dd>{shown(read.field, read.second)}</dd>
                {reading.decided === undefined ? null : (
                  <>
                    <dt>{says.decision}</dt>
                    <dd>
                      <strong>{shown(read.field, reading.decided[read.field] ?? "")}</strong>
                    </dd>
                  </>
                )}
              </dl>
            )}
          </fieldset>
        ))}
        {decides && differing.length > 0 ? (
          <>
            {tried && !ready ? <p className="notice bad">{says.chooseAll}</p> : null}
            <Problems error={keep.error} />
            <div className="row">
              <button type="submit" className="primary">
                {says.keep}
              </button>
            </div>
          </>
        ) : null}
        {!decides && reading.decided === undefined && differing.length > 0 ? (
          <p className="quiet-text small">{says.readsOnly}</p>
        ) : null}
      </form>
      <details>
        <summary>{says.alike(alike.length)}</summary>
        <dl className="facts alike">
          {alike.map(({ field, first }) => (
            <div key={field} className="facts-line">
              <dt>{book.label(table, field)}</dt>
              <dd>{shown(field, first)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  );
}

interface ChoicesParts {
  readonly table: string;
  readonly read: ReadField;
  readonly readers: readonly [string, string];
  readonly choice: Choice | undefined;
  readonly problem: string | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function Choices({ table, read, readers, choice, problem, onChoose }: ChoicesParts) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const value = (cell: string) => (cell === "" ? says.blank : book.cell(table, read.field, cell));
  const option = (from: Choice["from"], cell: string, label: string) => (
    <label>
      <input
        type="radio"
        name={`decide-${read.field}`}
        checked={choice?.from === from}
        onChange={() => onChoose({ from, value: cell })}
      />{" "}
      {label}
    </label>
  );
  return (
    <div className="difference-choices">
      {option("first", read.first, `${value(read.first)} (${readers[0]})`)}
      {option("second", read.second, `${value(read.second)} (${readers[1]})`)}
      {option("another", "", says.another)}
      {choice?.from === "another" ? (
        <AnotherValue
          table={table}
          field={read.field}
          value={choice.value}
          problem={problem}
          onChange={(typed) => onChoose({ from: "another", value: typed })}
        />
      ) : null}
    </div>
  );
}

/** The cell of a choice; another value than the readers' is typed in the language of the page. */
function cellOf(choice: Choice | undefined, table: string, name: string, language: Language): string {
  const field = tableNamed(table).fields.find((one) => one.name === name);
  if (choice?.from !== "another" || field === undefined) return choice?.value ?? "";
  return cellTyped(field, choice.value, language);
}

/** Why a cell cannot stand in a field, in the language of the page; nothing where it can. */
function useCellProblem(table: string): (field: string, cell: string) => string | undefined {
  const inWords = useProblemWords();
  const notation = FORM_NOTATION[useLanguage()];
  const fields = new Map<string, BookField>(tableNamed(table).fields.map((field) => [field.name, field]));
  return (name, cell) => {
    const field = fields.get(name);
    const fault = field && cellCheck(field, notation)(cell.trim()).find(({ severity }) => severity === "refused");
    return fault && inWords({ ...fault, where: { column: name, value: cell } }).says;
  };
}
