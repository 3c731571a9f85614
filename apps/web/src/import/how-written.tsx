import { WRITTEN, type Written } from "@osteon/codebook";
import { useId } from "react";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";

interface Parts {
  readonly chosen: Written | undefined;
  /** Cells of the file that are not as the codebook writes them. */
  readonly examples: readonly string[];
  /** The same as they are read now. */
  readonly readings?: readonly (readonly [was: string, is: string])[];
  /** The file itself tells how it is written. */
  readonly detected?: boolean;
  readonly onChoose: (written: Written) => void;
}

/** Asks how dates and numbers are written in a file, and shows what comes of it. */
export function HowWritten({ chosen, examples, readings = [], detected, onChoose }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const format = useFormat();
  const name = useId();
  const read = readings.filter(([was, is]) => was !== is);
  return (
    <fieldset className="how-written">
      <legend>{says.written}</legend>
      {chosen === undefined ? <p className="notice warn">{says.ambiguous}</p> : null}
      {WRITTEN.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={chosen === one} onChange={() => onChoose(one)} />
          <span>{says[one]}</span>
          {detected === true && chosen === one ? <span className="chip">{says.detected}</span> : null}
        </label>
      ))}
      <p className="quiet-text">
        {read.length > 0
          ? read
              .map(([was, is]) => says.readAs(was, format.date(is) === is ? format.decimal(is) : format.date(is)))
              .join("; ")
          : examples.length > 0
            ? says.found(examples.join("; "))
            : null}
      </p>
    </fieldset>
  );
}
