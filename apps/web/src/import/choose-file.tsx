import { addressOf, imported } from "@osteon/api";
import { CODEBOOK } from "@osteon/codebook";
import { useState } from "react";
import { Field } from "../design/field.tsx";
import { FileDrop } from "../design/file-drop.tsx";
import { Panel } from "../design/page.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { kindOf } from "./steps.ts";

interface Parts {
  readonly file: File | undefined;
  readonly table: string | undefined;
  readonly lost: boolean;
  /** Another file was asked for: the window to choose it opens by itself. */
  readonly asks: boolean;
  readonly onFile: (file: File, table: string | undefined) => void;
  readonly onTable: (table: string | undefined) => void;
  readonly onNext: () => void;
}

const MEGABYTE = 1_048_576;

/** A file by drop or picker; of a CSV also the table that it holds, guessed by its name. */
export function ChooseFile({ file, table, lost, asks, onFile, onTable, onNext }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const book = useBook();
  const format = useFormat();
  const [strange, setStrange] = useState(false);
  const [tried, setTried] = useState(false);
  const take = (taken: File) => {
    const kind = kindOf(taken);
    setStrange(kind === undefined);
    if (kind !== undefined) onFile(taken, kind === "csv" ? tableIn(taken.name) : undefined);
  };
  const isCsv = file !== undefined && kindOf(file) === "csv";
  return (
    <Panel title={says.file}>
      {lost && file === undefined ? <p className="notice warn">{says.lost}</p> : null}
      <FileDrop says={says} accept=".zip,.xlsx,.csv" isNext={file === undefined} asks={asks} onFile={take}>
        {file === undefined ? null : (
          <p role="status">
            <span className="chip accent">{says.chosen(file.name, sizeOf(file, format.number))}</span>
          </p>
        )}
      </FileDrop>
      {file === undefined ? (
        <p>
          <a href={addressOf(imported.takeTemplate)} download>
            {says.template}
          </a>
        </p>
      ) : null}
      {strange ? (
        <p className="notice bad" role="alert">
          {says.wrongKind}
        </p>
      ) : null}
      {isCsv ? (
        <div className="import-narrow">
          <Field label={says.table} {...(tried && table === undefined ? { wrong: says.chooseTable } : {})}>
            <select value={table ?? ""} onChange={(event) => onTable(event.target.value || undefined)}>
              <option value="">{says.choose}</option>
              {CODEBOOK.map(({ name }) => (
                <option key={name} value={name}>
                  {book.many(name)}
                </option>
              ))}
            </select>
          </Field>
        </div>
      ) : null}
      {file === undefined ? null : (
        <div className="row">
          <button
            type="button"
            className="primary"
            onClick={() => {
              setTried(true);
              if (!isCsv || table !== undefined) onNext();
            }}
          >
            {isCsv ? says.toMapping : says.toCheck}
          </button>
        </div>
      )}
    </Panel>
  );
}

/** The longest name of a table that stands in the file's name. */
function tableIn(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[\s-]+/g, "_");
  return CODEBOOK.map((table) => table.name)
    .filter((table) => plain.includes(table))
    .sort((a, b) => b.length - a.length)[0];
}

const sizeOf = ({ size }: File, number: (value: number, decimals?: number) => string): string =>
  size < MEGABYTE ? `${number(Math.ceil(size / 1024))} KB` : `${number(size / MEGABYTE, 1)} MB`;
