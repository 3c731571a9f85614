import { imported } from "@osteon/api";
import { useEffect, useState } from "react";
import { useGet } from "../api/use-get.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";

interface Parts {
  readonly what: string;
  /** The number under which the server tells how far an import is. */
  readonly work?: string | undefined;
  readonly onCancel?: () => void;
}

const SECOND = 1000;

/** Long work: what is being done, for how long already, and where it may be, a way to stop it. */
export function Working({ what, work, onCancel }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const format = useFormat();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const state = useGet(imported.watchImport, work === undefined ? undefined : { params: { work } }, {
    every: SECOND,
  }).data;
  const measured = state !== undefined && state.of > 0 ? state : undefined;
  return (
    <div className="import-working">
      <p role="status">{what}</p>
      <progress aria-label={what} {...(measured === undefined ? {} : { value: measured.done, max: measured.of })} />
      {measured === undefined ? null : (
        <span className="number">{says.rowsWritten(format.number(measured.done), format.number(measured.of))}</span>
      )}
      <span className="quiet-text number" aria-hidden="true">
        {says.seconds(seconds)}
      </span>
      {onCancel === undefined ? null : (
        <button type="button" onClick={onCancel}>
          {says.cancel}
        </button>
      )}
    </div>
  );
}
