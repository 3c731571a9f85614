import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { useDayWords, without } from "./drugs-section.tsx";
import { FieldOfRow } from "./field-of-row.tsx";
import { DRUG_WORDS } from "./more-words.ts";
import { Section } from "./section.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { nextName } from "./visit-state.ts";
import { VISIT_WORDS } from "./visit-words.ts";

/** Adverse effects noticed at the visit, each of a drug that goes on or is begun now. */
export function EffectsSection({ state, standing, chart, day, readOnly, change, problemsAt }: VisitParts) {
  const says = useWords(DRUG_WORDS);
  const visit = useWords(VISIT_WORDS);
  const book = useBook();
  const format = useFormat();
  const dayWords = useDayWords(day);
  const effects = Object.entries(state.effects);
  const nameOf = (cells: Readonly<Record<string, string>>) =>
    book.cell("treatment", "drug", cells.drug ?? "") || book.cell("treatment", "drug_class", cells.drug_class ?? "");
  const drugs = [
    ...standing.drugs.map(({ row: { key, cells } }) => ({ value: key, says: nameOf(cells) })),
    ...Object.entries(state.begun).map(([name, { words }]) => ({ value: name, says: nameOf(words) || says.start })),
  ];
  const type = (name: string, typed: Readonly<Record<string, string>>) =>
    change((before) => {
      const row = before.effects[name] ?? { words: {} };
      return { ...before, effects: { ...before.effects, [name]: { ...row, words: { ...row.words, ...typed } } } };
    });
  const only = drugs.length === 1 ? drugs[0]?.value : undefined;
  return (
    <Section
      name="effects"
      title={visit.effects}
      told={effects.length === 0 ? undefined : format.number(effects.length)}
      actions={
        readOnly ? undefined : (
          <button
            type="button"
            onClick={() =>
              change((before) => ({
                ...before,
                effects: {
                  ...before.effects,
                  [nextName(before.effects, "effect")]: { words: only === undefined ? {} : { treatment: only } },
                },
              }))
            }
          >
            + {says.effect}
          </button>
        )
      }
    >
      {effects.length === 0 ? <p className="quiet-text">{says.noEffects}</p> : null}
      {effects.map(([name, { words }]) => {
        const place = `effects/${name}`;
        const title = book.cell("adverse_effect", "effect", words.effect ?? "") || says.effect;
        const field = (one: string) => (
          <FieldOfRow
            key={one}
            table="adverse_effect"
            name={one}
            problems={problemsAt(place)}
            words={one === "noticed_on" && (words.noticed_on ?? "") === "" ? { ...words, noticed_on: dayWords } : words}
            {...{ place, chart, readOnly }}
            onType={(typed) => type(name, { [one]: typed })}
          />
        );
        return (
          <fieldset key={name} className="begun">
            <legend>{title}</legend>
            <div className="visit-fields">
              {["effect", "severity"].map(field)}
              <label className="field visit-field" data-place-of={place} data-field="treatment">
                <span className="label">{says.ofDrug}</span>
                <select
                  value={words.treatment ?? ""}
                  disabled={readOnly}
                  onChange={(event) => type(name, { treatment: event.target.value })}
                >
                  <option value="">–</option>
                  {drugs.map(({ value, says: drug }) => (
                    <option key={value} value={value}>
                      {drug}
                    </option>
                  ))}
                </select>
              </label>
              {field("noticed_on")}
            </div>
            {readOnly ? null : (
              <p>
                <button
                  type="button"
                  className="quiet"
                  aria-label={visit.removeOf(title)}
                  onClick={() => change((before) => without(before, "effects", name, "adverse_effect"))}
                >
                  {visit.remove}
                </button>
              </p>
            )}
          </fieldset>
        );
      })}
    </Section>
  );
}
