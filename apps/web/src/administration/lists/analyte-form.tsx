import { type Analyte, analyteProblems, SCALES } from "@osteon/codebook";
import { useState } from "react";
import { Field } from "../../design/field.tsx";
import { useWords } from "../../words/words.ts";
import { BandLines } from "./band-lines.tsx";
import { EntryForm, ofLast } from "./entry-form.tsx";
import { useNameOf } from "./entry-list.tsx";
import { LISTS_WORDS } from "./lists-words.ts";
import type { ToldEntry, ToldLists } from "./told-lists.ts";
import { analyteTyped, type TypedAnalyte, typedAnalyte } from "./typed-analyte.ts";

interface Parts {
  readonly lists: ToldLists;
  /** The analyte that is changed; none where one is added. */
  readonly stored: ToldEntry<Analyte> | undefined;
  readonly onClose: (saved: boolean) => void;
}

/** Adds an analyte, or changes one: of a shipped one its limits by age and whether it is offered. */
export function AnalyteForm({ lists, stored, onClose }: Parts) {
  const says = useWords(LISTS_WORDS);
  const nameOf = useNameOf();
  const [typed, setTyped] = useState(() => typedAnalyte(stored?.entry));
  const type = (change: Partial<TypedAnalyte>) => setTyped((was) => ({ ...was, ...change }));
  const analyte = analyteTyped(typed, stored?.entry);
  const others = lists.analytes.flatMap(({ entry }) => (entry.code === stored?.entry.code ? [] : [entry]));
  const problems = ofLast(analyteProblems([...others, analyte]), others.length + 1);
  const isFinding = typed.scale === "finding";
  return (
    <EntryForm
      title={stored === undefined ? says.addAnalyte : says.changeOf(nameOf(stored.entry))}
      entry={analyte}
      version={stored?.version}
      problems={problems}
      isBegun={
        stored !== undefined || (typed.english !== "" && typed.german !== "" && (isFinding || typed.plausibleTo !== ""))
      }
      onClose={onClose}
    >
      {stored?.shipped === true ? (
        <p className="quiet-text">{says.shippedAnalyteHint}</p>
      ) : (
        <OwnAnalyte typed={typed} code={analyte.code} isNew={stored === undefined} onType={type} />
      )}
      {isFinding ? null : <BandLines bands={typed.bands} onChange={(bands) => type({ bands })} />}
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

interface OwnParts {
  readonly typed: TypedAnalyte;
  readonly code: string;
  readonly isNew: boolean;
  readonly onType: (change: Partial<TypedAnalyte>) => void;
}

/** What is asked of an analyte of the registry's own; its scale and unit once. */
function OwnAnalyte({ typed, code, isNew, onType }: OwnParts) {
  const says = useWords(LISTS_WORDS);
  const text = (name: keyof TypedAnalyte & string, label: string, hint?: string, readOnly = false) => (
    <Field label={label} hint={hint}>
      <input
        maxLength={200}
        readOnly={readOnly}
        value={String(typed[name])}
        onChange={(event) => onType({ [name]: event.target.value })}
      />
    </Field>
  );
  const limit = (name: "possibleFrom" | "possibleTo" | "plausibleFrom" | "plausibleTo") => (
    <Field label={says[name]}>
      <input
        inputMode="decimal"
        maxLength={20}
        value={typed[name]}
        onChange={(event) => onType({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      {text("english", says.nameEn)}
      {text("german", says.nameDe, code === "" ? undefined : `${says.code}: ${code}`)}
      <Field label={says.scale}>
        <select
          disabled={!isNew}
          value={typed.scale}
          onChange={(event) => onType({ scale: event.target.value as Analyte["scale"] })}
        >
          {SCALES.map((one) => (
            <option key={one.code} value={one.code}>
              {says[one.code]}
            </option>
          ))}
        </select>
      </Field>
      {text("loinc", says.loinc)}
      {typed.scale === "finding" ? null : (
        <>
          {text("unit", says.unit, says.unitHint, !isNew)}
          {text("reported", says.reported, says.reportedHint)}
          <div className="row list-bands">
            {limit("possibleFrom")}
            {limit("possibleTo")}
            {limit("plausibleFrom")}
            {limit("plausibleTo")}
          </div>
          <p className="hint">{says.limitsHint}</p>
        </>
      )}
    </>
  );
}
