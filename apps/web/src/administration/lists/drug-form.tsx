import { DOSE_UNITS, DRUG_CLASSES, type Drug, type DrugClass, drugProblems, ownCodeOf } from "@osteon/codebook";
import { useState } from "react";
import { Field } from "../../design/field.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import { EntryForm, ofLast } from "./entry-form.tsx";
import { useNameOf } from "./entry-list.tsx";
import { LISTS_WORDS } from "./lists-words.ts";
import type { ToldEntry, ToldLists } from "./told-lists.ts";

interface Parts {
  readonly lists: ToldLists;
  /** The drug that is changed; none where one is added. */
  readonly stored: ToldEntry<Drug> | undefined;
  readonly onClose: (saved: boolean) => void;
}

/** Adds a drug, or changes one: of a shipped one its usual units and whether it is offered. */
export function DrugForm({ lists, stored, onClose }: Parts) {
  const says = useWords(LISTS_WORDS);
  const book = useBook();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState(() => typedDrug(stored?.entry));
  const type = (change: Partial<TypedDrug>) => setTyped((was) => ({ ...was, ...change }));
  const shipped = stored?.shipped === true;
  const drug = drugTyped(typed, stored?.entry);
  const others = lists.drugs.flatMap(({ entry }) => (entry.code === stored?.entry.code ? [] : [entry]));
  const problems = ofLast(drugProblems([...others, drug]), others.length + 1);
  const text = (name: "english" | "german" | "atc", label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      <input maxLength={80} value={typed[name]} onChange={(event) => type({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <EntryForm
      title={stored === undefined ? says.addDrug : says.changeOf(nameOf(stored.entry))}
      entry={drug}
      version={stored?.version}
      problems={problems}
      isBegun={stored !== undefined || (typed.english !== "" && typed.german !== "")}
      onClose={onClose}
    >
      {shipped ? (
        <p className="quiet-text">{says.shippedHint}</p>
      ) : (
        <>
          {text("english", says.nameEn)}
          {text("german", says.nameDe, drug.code === "" ? undefined : `${says.code}: ${drug.code}`)}
          <Field label={says.drugClass}>
            <select
              value={typed.drugClass}
              onChange={(event) => type({ drugClass: event.target.value as DrugClass | "" })}
            >
              <option value="">{says.noClass}</option>
              {DRUG_CLASSES.map(({ code, says: words }) => (
                <option key={code} value={code}>
                  {book(words)}
                </option>
              ))}
            </select>
          </Field>
          {text("atc", says.atc)}
        </>
      )}
      <fieldset className="list-units">
        <legend>{says.usualUnits}</legend>
        {DOSE_UNITS.map(({ code }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={typed.units.includes(code)}
              onChange={(event) =>
                type({
                  units: event.target.checked ? [...typed.units, code] : typed.units.filter((one) => one !== code),
                })
              }
            />{" "}
            {code}
          </label>
        ))}
      </fieldset>
      {stored === undefined ? null : (
        <label>
          <input
            type="checkbox"
            checked={typed.retired}
            onChange={(event) => type({ retired: event.target.checked })}
          />{" "}
          {says.isRetired}
        </label>
      )}
    </EntryForm>
  );
}

interface TypedDrug {
  readonly english: string;
  readonly german: string;
  readonly drugClass: DrugClass | "";
  readonly atc: string;
  readonly units: readonly string[];
  readonly retired: boolean;
}

const typedDrug = (drug: Drug | undefined): TypedDrug => ({
  english: drug?.says ?? "",
  german: drug?.german ?? "",
  drugClass: drug?.drugClass ?? "",
  atc: drug?.codes?.atc ?? "",
  units: drug?.usualUnits ?? [],
  retired: drug?.retired === true,
});

/** The drug that was typed; its code is made of its English name once, and stays. */
function drugTyped({ english, german, drugClass, atc, units, retired }: TypedDrug, stored: Drug | undefined): Drug {
  return {
    code: stored?.code ?? ownCodeOf(english.trim()),
    says: english.trim(),
    ...(stored !== undefined && stored.german === undefined ? {} : { german: german.trim() }),
    ...(stored?.since === undefined ? {} : { since: stored.since }),
    ...(drugClass === "" ? {} : { drugClass }),
    ...(atc.trim() === "" ? {} : { codes: { atc: atc.trim() } }),
    ...(units.length === 0 ? {} : { usualUnits: units }),
    ...(retired ? { retired } : {}),
  };
}
