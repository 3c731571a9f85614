import type { WhatStands } from "@osteon/api";
import { DOSE_UNITS, missingReasonOf, type Problem } from "@osteon/codebook";
import { useId } from "react";
import { tableNamed } from "../book/registry-book.ts";
import { DateBox } from "../controls/date-box.tsx";
import { RowLink } from "../design/row-link.tsx";
import { useProblemWords } from "../design/told.tsx";
import { cellsOf } from "../entry/typed-cells.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { dayBefore, isDay } from "./day-before.ts";
import { DoseTold } from "./dose-told.tsx";
import { DRUG_WORDS } from "./more-words.ts";
import type { DrugChange } from "./visit-state.ts";

interface Parts {
  readonly drug: WhatStands["drugs"][number];
  readonly change: DrugChange | undefined;
  /** The day of the visit, as a cell and as words. */
  readonly day: string;
  readonly dayWords: string;
  readonly weight: number | undefined;
  readonly readOnly: boolean;
  readonly problems: readonly Problem[];
  readonly onChange: (change: DrugChange | undefined) => void;
}

const KINDS = ["unchanged", "dose", "stopped"] as const;

/** A drug that goes on: unchanged unless one says otherwise. */
export function DrugLine({ drug: { row }, change, day, dayWords, weight, readOnly, problems, onChange }: Parts) {
  const id = useId();
  const says = useWords(DRUG_WORDS);
  const book = useBook();
  const format = useFormat();
  const language = useLanguage();
  const toldOf = useProblemWords();
  const { drug = "", dose = "", dose_unit: unit = "", started_on: since } = row.cells;
  const name = book.cell("treatment", "drug", drug) || book.cell("treatment", "drug_class", row.cells.drug_class ?? "");
  const hasDose = missingReasonOf(dose) === undefined;
  const doseWords = hasDose ? `${format.decimal(dose)} ${unit}` : "";
  const words = change?.words ?? {};
  const type = (typed: Readonly<Record<string, string>>) =>
    change !== undefined && onChange({ ...change, words: { ...words, ...typed } });
  const cells = cellsOf(tableNamed("treatment"), words, language);
  const newUnit = words.dose_unit || unit;
  const from =
    (words.on ?? "").trim() === ""
      ? day
      : (cellsOf(tableNamed("laboratory"), { sampled_on: words.on ?? "" }, language).sampled_on ?? "");
  const dayField = tableNamed("visit").fields.find(({ name: one }) => one === "visited_on");
  const dayBox = (label: string) =>
    dayField === undefined ? null : (
      <div className="field" data-field={change?.kind === "dose" ? "started_on" : "stopped_on"}>
        <span className="label" aria-hidden="true">
          {label}
        </span>
        <DateBox
          field={dayField}
          label={label}
          typed={(words.on ?? "") === "" ? dayWords : (words.on ?? "")}
          readOnly={readOnly}
          onType={(on) => type({ on })}
        />
      </div>
    );
  return (
    <li className={`drug ${change?.kind ?? "unchanged"}`} data-place-of={`drugs/${row.key}`}>
      <div className="drug-name">
        <strong>{name}</strong> <span className="number">{doseWords}</span>{" "}
        <span className="quiet-text small">
          {says.since(format.date(since))}
          {change === undefined ? (
            <>
              {" · "}
              <RowLink centre={row.centre} patient={row.patient} table="treatment" row={row.key}>
                {says.alone}
              </RowLink>
            </>
          ) : null}
        </span>
        <br />
        {change?.kind === "dose" ? (
          <span className="quiet-text small">{isDay(from) && says.ends(doseWords, format.date(dayBefore(from)))}</span>
        ) : (
          <DoseTold drug={drug} dose={dose} unit={unit} weight={weight} />
        )}
      </div>
      <div role="radiogroup" aria-label={name} className="radios segments">
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={(change?.kind ?? "unchanged") === kind}
              disabled={readOnly}
              onChange={() => onChange(kind === "unchanged" ? undefined : { kind, words: {} })}
            />
            <span>{says[kind]}</span>
          </label>
        ))}
      </div>
      {change === undefined ? null : (
        <div className="drug-change" {...(change.kind === "dose" ? { "data-place-of": `drugs/${row.key}/next` } : {})}>
          {change.kind === "dose" ? (
            <>
              <label className="field" data-field="dose">
                <span className="label">{says.newDose}</span>
                <input
                  value={words.dose ?? ""}
                  placeholder={hasDose ? format.decimal(dose) : undefined}
                  readOnly={readOnly}
                  inputMode="decimal"
                  autoComplete="off"
                  onChange={(event) => type({ dose: event.target.value })}
                />
              </label>
              <label className="field" data-field="dose_unit">
                <span className="label">{says.doseUnit}</span>
                <select
                  value={newUnit}
                  disabled={readOnly}
                  onChange={(event) => type({ dose_unit: event.target.value })}
                >
                  {DOSE_UNITS.map(({ code }) => (
                    <option key={code}>{code}</option>
                  ))}
                </select>
              </label>
              {dayBox(says.from)}
              <DoseTold drug={drug} dose={cells.dose ?? ""} unit={newUnit} weight={weight} />
            </>
          ) : (
            <>
              {dayBox(says.lastDay)}
              <label className="field" data-field="stop_reason">
                <span className="label">{says.why}</span>
                <select
                  value={words.stop_reason ?? ""}
                  disabled={readOnly}
                  onChange={(event) => type({ stop_reason: event.target.value })}
                >
                  <option value="">{says.unsaid}</option>
                  {reasons().map((code) => (
                    <option key={code} value={code}>
                      {book.cell("treatment", "stop_reason", code)}
                    </option>
                  ))}
                </select>
              </label>
            </>
          )}
        </div>
      )}
      {problems.map((problem) => (
        <p key={problem.code + problem.says} className={problem.severity === "refused" ? "wrong small" : "asks small"}>
          {toldOf(problem).says} {toldOf(problem).fix}
        </p>
      ))}
    </li>
  );
}

function reasons(): readonly string[] {
  const type = tableNamed("treatment").fields.find(({ name }) => name === "stop_reason")?.type;
  return type?.kind === "choice" ? type.choices.map(({ code }) => code) : [];
}
