import { work } from "@osteon/api";
import { cellCheck, type Field, FORM_NOTATION, isComparator, type Problem } from "@osteon/codebook";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { tableNamed } from "../../book/registry-book.ts";
import { Panel } from "../../design/page.tsx";
import { Problems } from "../../design/told.tsx";
import { FormField } from "../../entry/form-field.tsx";
import { cellsOf, type Typed } from "../../entry/typed-cells.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { type ChosenRow, RowChooser } from "../row-chooser.tsx";
import { READING_WORDS } from "./reading-words.ts";
import "../../entry/entry.css";

/** Reads a row of a chart anew, from the source and without what was entered before; handed in, it is one of two readings. */
export function ReadRow({ onDone }: { readonly onDone: () => void }) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const [row, setRow] = useState<ChosenRow>({});
  const { patient, centre, table, key } = row;
  return (
    <Panel
      title={says.readRow}
      actions={
        <button type="button" className="quiet" onClick={onDone}>
          {says.leave}
        </button>
      }
    >
      <p className="quiet-text">{says.blind}</p>
      <RowChooser row={row} onChoose={setRow} blind />
      {patient === undefined || centre === undefined || table === undefined || key === undefined ? null : (
        <section aria-label={`${book.one(table)} ${key}`}>
          <Blank key={`${table} ${key}`} about={{ patient, centre, table, key }} onDone={onDone} />
        </section>
      )}
    </Panel>
  );
}

interface About {
  readonly patient: string;
  readonly centre: string;
  readonly table: string;
  readonly key: string;
}

function Blank({ about, onDone }: { readonly about: About; readonly onDone: () => void }) {
  const says = useWords(READING_WORDS);
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({});
  const [tried, setTried] = useState(false);
  const table = tableNamed(about.table);
  const language = useLanguage();
  const fields = table.fields.filter(({ type }) => type.kind !== "key" && type.kind !== "reference");
  const asked = fields.filter(({ name }) => !isComparator(table, name));
  const all = cellsOf(table, typed, language);
  const cells = Object.fromEntries(fields.map(({ name }) => [name, all[name] ?? ""]));
  /** What cannot be found in the source stays blank: a reading may lack what a row must have. */
  const problemsOf = (field: Field): readonly Problem[] =>
    cells[field.name] === ""
      ? []
      : cellCheck(
          field,
          FORM_NOTATION[language],
        )(cells[field.name] ?? "")
          .filter(({ severity }) => severity === "refused")
          .map((fault) => ({ ...fault, where: { column: field.name, value: cells[field.name] ?? "" } }));
  const wrong = fields.some((field) => problemsOf(field).length > 0);
  const hand = useMutation({
    mutationFn: () => call(work.handInReading, { body: { ...about, cells } }, { key: crypto.randomUUID() }),
    onSuccess: async () => {
      await readAgain(client, "/api/readings");
      onDone();
    },
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong && !hand.isPending) hand.mutate();
      }}
    >
      <div className="row-form">
        {asked.map((field) => (
          <FormField
            key={field.name}
            table={about.table}
            field={field}
            typed={typed[field.name] ?? ""}
            cells={cells}
            chart={undefined}
            problems={tried ? problemsOf(field) : []}
            before={undefined}
            readOnly={false}
            onType={(words) => setTyped((before) => ({ ...before, [field.name]: words }))}
          />
        ))}
      </div>
      {tried && wrong ? <p className="notice bad">{says.mend}</p> : null}
      <Problems error={hand.error} />
      <div className="row">
        <button type="submit" className="primary">
          {says.handIn}
        </button>
      </div>
    </form>
  );
}
