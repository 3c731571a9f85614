import { Field } from "../design/field.tsx";
import { useWords } from "../words/words.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";

interface Option {
  readonly code: string;
  readonly label: string;
}

interface Parts {
  readonly label: string;
  /** Said where the next is chosen. */
  readonly asks: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly wrong?: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of a list: one after another, each with a button that takes it away. */
export function ListChoice({ label, asks, options, chosen, wrong, onChange }: Parts) {
  const others = options.filter(({ code }) => !chosen.includes(code));
  return (
    <div className="stack list-choice">
      <Field label={label} wrong={wrong}>
        <select value="" disabled={others.length === 0} onChange={({ target }) => onChange([...chosen, target.value])}>
          <option value="">{asks} …</option>
          {others.map(({ code, label: words }) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <ChosenList
        chosen={chosen.map((code) => ({ code, label: options.find((one) => one.code === code)?.label ?? code }))}
        onRemove={(code) => onChange(chosen.filter((one) => one !== code))}
      />
    </div>
  );
}

/** What is chosen already. */
export function ChosenList({
  chosen,
  onRemove,
}: {
  readonly chosen: readonly Option[];
  readonly onRemove: (code: string) => void;
}) {
  const says = useWords(CHOOSING_WORDS);
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen">
      {chosen.map(({ code, label }) => (
        <li key={code} className="chip">
          {label}
          <button type="button" className="quiet" aria-label={says.removeNamed(label)} onClick={() => onRemove(code)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
