import { useWords } from "../../words/words.ts";
import { OWN_FIELDS_WORDS } from "./own-fields-words.ts";
import type { TypedChoice } from "./typed-definition.ts";

interface Parts {
  readonly choices: readonly TypedChoice[];
  readonly wrong: boolean;
  readonly onChange: (choices: readonly TypedChoice[]) => void;
}

/** The choices of a field, a line each: the code in files, and the words in both languages. */
export function ChoiceLines({ choices, wrong, onChange }: Parts) {
  const says = useWords(OWN_FIELDS_WORDS);
  const cells = [
    ["code", says.code, 40],
    ["says", says.inEnglish, 100],
    ["german", says.inGerman, 100],
  ] as const;
  const change = (line: number, cell: "code" | "says" | "german", typed: string): void =>
    onChange(choices.map((choice) => (choice.line === line ? { ...choice, [cell]: typed } : choice)));
  const next = Math.max(0, ...choices.map(({ line }) => line)) + 1;
  return (
    <fieldset className="own-choices">
      <legend>{says.choices}</legend>
      {choices.map((choice, place) => (
        <div className="own-choice" key={choice.line}>
          {cells.map(([cell, label, longest]) => (
            <input
              key={cell}
              placeholder={label}
              aria-label={says.ofChoice(label, place + 1)}
              aria-invalid={wrong}
              maxLength={longest}
              value={choice[cell]}
              onChange={(event) => change(choice.line, cell, event.target.value)}
            />
          ))}
          <button
            type="button"
            className="quiet"
            aria-label={says.removeChoice(place + 1)}
            disabled={choices.length === 1}
            onClick={() => onChange(choices.filter(({ line }) => line !== choice.line))}
          >
            {says.remove}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...choices, { line: next, code: "", says: "", german: "" }])}>
        {says.addChoice}
      </button>
    </fieldset>
  );
}
