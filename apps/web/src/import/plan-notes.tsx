import type { Problem } from "@osteon/codebook";
import { useProblemWords } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";

const SHOWN = 50;

/** What an import does besides: signatures it voids, drafts it completes, corrections it takes back, and what the file leaves out. */
export function PlanNotes({ notes, lacking }: { readonly notes: readonly Problem[]; readonly lacking: number }) {
  const says = useWords(IMPORT_WORDS);
  const inWords = useProblemWords();
  return (
    <>
      {notes.length === 0 ? null : (
        <details className="notice warn" open>
          <summary>{says.toKnow(notes.length)}</summary>
          <ul>
            {notes.slice(0, SHOWN).map((note) => (
              <li key={`${note.code} ${note.where.file} ${note.where.row} ${note.where.column} ${note.says}`}>
                {note.where.row === undefined ? "" : `${says.row} ${note.where.row}: `}
                {inWords(note).says}
              </li>
            ))}
          </ul>
        </details>
      )}
      {lacking === 0 ? null : <p className="quiet-text small">{says.lacking(lacking)}</p>}
    </>
  );
}
