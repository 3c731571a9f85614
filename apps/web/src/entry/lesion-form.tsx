import { BONES, MISSING_REASONS } from "@osteon/codebook";
import { type SubmitEvent, useState } from "react";
import { tableNamed } from "../book/registry-book.ts";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

/** What is asked of a lesion on one examination: cells of `lesion` and of `lesion_observation` together. */
export type LesionCells = Readonly<Record<string, string>>;

interface Parts {
  readonly begins: LesionCells;
  /** A lesion that is there already is changed with a reason. */
  readonly needsReason: boolean;
  readonly onClose: () => void;
  readonly onSave: (cells: LesionCells, reason: string) => Promise<void>;
}

const VERTEBRAE: Readonly<Record<string, readonly [letter: string, count: number]>> = {
  cervical_vertebra: ["C", 7],
  thoracic_vertebra: ["T", 12],
  lumbar_vertebra: ["L", 5],
};

const isPaired = (bone: string): boolean => BONES.find(({ code }) => code === bone)?.paired === true;

/** A lesion: where it lies, and how it looks on this examination. Only bone and state must be told. */
export function LesionForm({ begins, needsReason, onClose, onSave }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const book = useBook();
  const [cells, setCells] = useState(begins);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { bone = "" } = cells;
  const spine = VERTEBRAE[bone];
  const tell = (name: string, cell: string) => setCells((before) => ({ ...before, [name]: cell }));
  const tellBone = (code: string) =>
    setCells((before) => ({
      ...before,
      bone: code,
      side: isPaired(code) ? (before.side === "right" ? "right" : "left") : "midline",
      level: "",
      part: VERTEBRAE[code] === undefined ? (before.part ?? "") : "body",
    }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    onSave(cells, reason.trim())
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="lesion-fields">
        <Field label={book.label("lesion", "bone")}>
          <select value={bone} required onChange={(event) => tellBone(event.target.value)}>
            {BONES.map(({ code }) => (
              <option key={code} value={code}>
                {book.cell("lesion", "bone", code)}
              </option>
            ))}
          </select>
        </Field>
        {isPaired(bone) ? (
          <Choice table="lesion" name="side" only={["left", "right"]} cells={cells} onTell={tell} />
        ) : null}
        {spine === undefined ? null : (
          <Field label={book.label("lesion", "level")}>
            <select value={cells.level ?? ""} onChange={(event) => tell("level", event.target.value)}>
              <option value="">{says.choose}</option>
              {Array.from({ length: spine[1] }, (_, place) => `${spine[0]}${place + 1}`).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </Field>
        )}
        <Choice table="lesion" name="part" cells={cells} onTell={tell} first />
        <Choice table="lesion_observation" name="state" cells={cells} onTell={tell} />
        <Choice table="lesion_observation" name="marginal_sclerosis" cells={cells} onTell={tell} />
        <Choice table="lesion_observation" name="contrast_enhancement" cells={cells} onTell={tell} />
      </div>
      {needsReason ? (
        <Field label={says.reason}>
          <input value={reason} required onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : null}
      <Problems error={error} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy}>
          {needsReason ? says.saveChange : says.add}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {says.cancel}
        </button>
      </div>
    </form>
  );
}

interface ChoiceParts {
  readonly table: string;
  readonly name: string;
  readonly cells: LesionCells;
  readonly only?: readonly string[];
  /** Has the focus when the form opens. */
  readonly first?: true;
  readonly onTell: (name: string, cell: string) => void;
}

/** A field of the codebook as a list; what is not required may stay open, or be missing for a reason. */
function Choice({ table, name, cells, only, first, onTell }: ChoiceParts) {
  const book = useBook();
  const field = tableNamed(table).fields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`${table} has no field ${name}`);
  const codes = only ?? (field.type.kind === "choice" ? field.type.choices.map(({ code }) => code) : ["yes", "no"]);
  const missing = MISSING_REASONS.map(({ token }) => token).filter((token) => token !== "");
  return (
    <Field label={book.label(table, name)}>
      <select
        value={cells[name] ?? ""}
        required={field.required}
        {...(first === true ? { "data-first": true } : {})}
        onChange={(event) => onTell(name, event.target.value)}
      >
        {field.required || only !== undefined ? null : <option value="">–</option>}
        {[...codes, ...(field.required || only !== undefined ? [] : missing)].map((code) => (
          <option key={code} value={code}>
            {short(book.cell(table, name, code))}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** `New: not there on an earlier examination` is `New` where room is short. */
const short = (words: string): string => words.split(/ \(|: /)[0] ?? words;
