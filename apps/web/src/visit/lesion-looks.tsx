import { useId } from "react";
import { LESION_WORDS } from "../patient/lesion-words.ts";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { LESION_STATES } from "../skeleton/place.ts";
import { useWords } from "../words/words.ts";

interface Parts {
  readonly label: string;
  readonly state: string;
  readonly readOnly: boolean;
  readonly onLook: (state: string) => void;
}

/** How a lesion looks: one of four, or not looked at. */
export function LesionLooks({ label, state, readOnly, onLook }: Parts) {
  const id = useId();
  const says = useWords(LESION_WORDS);
  return (
    <span role="radiogroup" aria-label={label} className="radios segments looks">
      {LESION_STATES.map((one) => (
        <label key={one}>
          <input type="radio" name={id} checked={state === one} disabled={readOnly} onChange={() => onLook(one)} />
          <span>
            <MarkSymbol state={one} /> {says[one]}
          </span>
        </label>
      ))}
      <label>
        <input type="radio" name={id} checked={state === ""} disabled={readOnly} onChange={() => onLook("")} />
        <span className="quiet-text">{says.notLooked}</span>
      </label>
    </span>
  );
}
