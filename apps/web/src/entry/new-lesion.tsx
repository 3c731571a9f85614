import { BONES, tableNamed } from "@osteon/codebook";
import { type SubmitEvent, useState } from "react";
import { Field } from "../design/field.tsx";
import { LESION_WORDS, usePlaceName } from "../patient/lesion-words.ts";
import { type BonePlace, LESION_STATES, type LesionState } from "../skeleton/place.ts";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

interface Parts {
  readonly place: BonePlace;
  readonly onClose: () => void;
  readonly onEnter: (cells: Readonly<Record<string, string>>, state: LesionState) => Promise<void>;
}

const VERTEBRAE: Readonly<Record<string, readonly [letter: string, count: number]>> = {
  cervical_vertebra: ["C", 7],
  thoracic_vertebra: ["T", 12],
  lumbar_vertebra: ["L", 5],
};

/** A lesion at the bone that was chosen: side, part or level, and how it looks. */
export function NewLesion({ place, onClose, onEnter }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const words = useWords(LESION_WORDS);
  const book = useBook();
  const placeName = usePlaceName();
  const paired = BONES.find(({ code }) => code === place.bone)?.paired === true;
  const spine = VERTEBRAE[place.bone];
  const [side, setSide] = useState<BonePlace["side"]>(place.side);
  const [level, setLevel] = useState(place.level ?? "");
  const [part, setPart] = useState(spine === undefined ? "" : "body");
  const [state, setState] = useState<LesionState>("active");
  const [busy, setBusy] = useState(false);
  const partField = tableNamed("lesion").fields.find(({ name }) => name === "part");
  const parts = partField?.type.kind === "choice" ? partField.type.choices : [];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    void onEnter({ bone: place.bone, side, level, part }, state).finally(() => setBusy(false));
  };
  return (
    <form className="new-lesion stack" onSubmit={submit}>
      <h3 role="status">{says.newLesion(placeName({ bone: place.bone, side, ...(level === "" ? {} : { level }) }))}</h3>
      <div className="row">
        {paired ? (
          <Field label={book.label("lesion", "side")}>
            <select value={side} onChange={(event) => setSide(event.target.value === "right" ? "right" : "left")}>
              <option value="left">{words.left}</option>
              <option value="right">{words.right}</option>
            </select>
          </Field>
        ) : null}
        {spine === undefined ? null : (
          <Field label={book.label("lesion", "level")}>
            <select value={level} onChange={(event) => setLevel(event.target.value)}>
              <option value="">{says.choose}</option>
              {Array.from({ length: spine[1] }, (_, place) => `${spine[0]}${place + 1}`).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </Field>
        )}
        <Field label={book.label("lesion", "part")}>
          <select value={part} onChange={(event) => setPart(event.target.value)}>
            <option value="">{says.none}</option>
            {parts.map(({ code }) => (
              <option key={code} value={code}>
                {book.cell("lesion", "part", code)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.state}>
          <select value={state} onChange={(event) => setState(event.target.value as LesionState)}>
            {LESION_STATES.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="row">
        <button type="submit" className="primary" disabled={busy}>
          {says.add}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {says.cancel}
        </button>
      </div>
    </form>
  );
}
