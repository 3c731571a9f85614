import { useEffect, useState } from "react";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";

/** Long work: what is being done, for how long already, and where it may be, a way to stop it. */
export function Working({ what, onCancel }: { readonly what: string; readonly onCancel?: () => void }) {
  const says = useWords(IMPORT_WORDS);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="import-working">
      <p role="status">{what}</p>
      <progress aria-label={what} />
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
