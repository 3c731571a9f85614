import { Field } from "../../design/field.tsx";
import { useWords } from "../../words/words.ts";
import { OWN_FIELDS_WORDS } from "./own-fields-words.ts";
import type { TypedDefinition } from "./typed-definition.ts";

interface Parts {
  readonly typed: TypedDefinition;
  readonly isNew: boolean;
  readonly wrong: (part: string) => boolean;
  readonly onChange: (more: Partial<TypedDefinition>) => void;
}

/** Of a number its unit, its decimals, and what is possible and plausible. */
export function NumberLimits({ typed, isNew, wrong, onChange }: Parts) {
  const says = useWords(OWN_FIELDS_WORDS);
  const limits = ["possibleFrom", "possibleTo", "plausibleFrom", "plausibleTo"] as const;
  return (
    <>
      <div className="own-parts">
        <Field label={says.unit} hint={says.unitHint}>
          <input
            maxLength={20}
            disabled={!isNew}
            aria-invalid={wrong("unit")}
            value={typed.unit}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        </Field>
        {typed.kind === "decimal" ? (
          <Field label={says.decimals}>
            <input
              inputMode="numeric"
              maxLength={1}
              disabled={!isNew}
              aria-invalid={wrong("decimals")}
              value={typed.decimals}
              onChange={(event) => onChange({ decimals: event.target.value })}
            />
          </Field>
        ) : null}
      </div>
      <div className="own-parts four">
        {limits.map((part) => (
          <Field key={part} label={says[part]}>
            <input
              inputMode="decimal"
              maxLength={20}
              aria-invalid={wrong("limits")}
              value={typed[part]}
              onChange={(event) => onChange({ [part]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <p className="hint">{says.limitsHint}</p>
    </>
  );
}
