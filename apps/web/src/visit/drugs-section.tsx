import { wordsOfCell } from "@osteon/codebook";
import { tableNamed } from "../book/registry-book.ts";
import { consequencesOf } from "../entry/consequences.ts";
import { cellsOf } from "../entry/typed-cells.ts";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { DoseTold } from "./dose-told.tsx";
import { DrugLine } from "./drug-line.tsx";
import { FieldOfRow } from "./field-of-row.tsx";
import { DRUG_WORDS } from "./more-words.ts";
import { Section } from "./section.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { nextName, readName, type VisitState } from "./visit-state.ts";
import { VISIT_WORDS } from "./visit-words.ts";

const STARTED = ["drug", "dose", "dose_unit", "route", "started_on"] as const;

/** The words of a day of the visit, as its boxes show them while nothing else is typed. */
export function useDayWords(day: string): string {
  const language = useLanguage();
  const field = tableNamed("visit").fields.find(({ name }) => name === "visited_on");
  return field === undefined ? day : wordsOfCell(field, day, language);
}

/** The weight that doses are told by: that of this visit as it is typed, else the last one; kg. */
export function useWeight({ state, standing }: Pick<VisitParts, "state" | "standing">): number | undefined {
  const typed = cellsOf(tableNamed("visit"), state.visit.words, useLanguage()).weight_kg ?? "";
  const weight = [typed, standing.fields.weight_kg?.value ?? ""].map(Number).find((one) => one > 0);
  return weight;
}

/** The drugs that go on, and those that are begun at the visit. */
export function DrugsSection(parts: VisitParts) {
  const { state, standing, chart, day, readOnly, change, problemsAt } = parts;
  const says = useWords(DRUG_WORDS);
  const visit = useWords(VISIT_WORDS);
  const book = useBook();
  const language = useLanguage();
  const weight = useWeight(parts);
  const dayWords = useDayWords(day);
  const begun = Object.entries(state.begun);
  const typeBegun = (name: string, typed: Readonly<Record<string, string>>) =>
    change((before) => {
      const row = before.begun[name] ?? { words: {} };
      return { ...before, begun: { ...before.begun, [name]: { ...row, words: { ...row.words, ...typed } } } };
    });
  const drop = (name: string) => change((before) => without(before, "begun", name, "treatment"));
  return (
    <Section
      name="drugs"
      title={visit.drugs}
      actions={
        readOnly ? undefined : (
          <button
            type="button"
            onClick={() =>
              change((before) => ({
                ...before,
                begun: { ...before.begun, [nextName(before.begun, "begun")]: { words: {} } },
              }))
            }
          >
            + {says.start}
          </button>
        )
      }
    >
      {standing.drugs.length === 0 && begun.length === 0 ? <p className="quiet-text">{says.none}</p> : null}
      <ul className="plain drugs">
        {standing.drugs.map((drug) => (
          <DrugLine
            key={drug.row.key}
            {...{ drug, day, dayWords, weight, readOnly }}
            change={state.drugs[drug.row.key]}
            problems={[...problemsAt(`drugs/${drug.row.key}`), ...problemsAt(`drugs/${drug.row.key}/next`)]}
            onChange={(next) =>
              change(
                (before) => {
                  const { [drug.row.key]: _was, ...others } = before.drugs;
                  return { ...before, drugs: next === undefined ? others : { ...others, [drug.row.key]: next } };
                },
                [drug.row],
              )
            }
          />
        ))}
      </ul>
      {begun.map(([name, { words }]) => {
        const cells = cellsOf(tableNamed("treatment"), words, language);
        const title = book.cell("treatment", "drug", words.drug ?? "") || says.start;
        return (
          <fieldset key={name} className="begun">
            <legend>{words.drug ? `${says.startedTitle}: ${title}` : says.startedTitle}</legend>
            <div className="visit-fields">
              {STARTED.map((field) => (
                <FieldOfRow
                  key={field}
                  table="treatment"
                  name={field}
                  place={`begun/${name}`}
                  words={
                    field === "started_on" && (words.started_on ?? "") === ""
                      ? { ...words, started_on: dayWords }
                      : words
                  }
                  problems={problemsAt(`begun/${name}`)}
                  {...{ chart, readOnly }}
                  onType={(typed) =>
                    typeBegun(name, { [field]: typed, ...consequencesOf("treatment", field, typed, words) })
                  }
                />
              ))}
            </div>
            <p className="row">
              <DoseTold drug={cells.drug ?? ""} dose={cells.dose ?? ""} unit={cells.dose_unit ?? ""} weight={weight} />
              {readOnly ? null : (
                <button type="button" className="quiet" aria-label={visit.removeOf(title)} onClick={() => drop(name)}>
                  {visit.remove}
                </button>
              )}
            </p>
          </fieldset>
        );
      })}
    </Section>
  );
}

/** The page without one row; one that the registry has is taken back with the save. */
export function without(state: VisitState, part: "begun" | "effects", name: string, table: string): VisitState {
  const { [name]: gone, ...others } = state[part];
  const key = gone?.key;
  return {
    ...state,
    [part]: others,
    removed: key === undefined ? state.removed : [...state.removed, readName(table, key)],
  };
}
