import { type ComponentProps, useState } from "react";
import { bilingual, useWords } from "../words/words.ts";
import { Field } from "./field.tsx";

const WORDS = bilingual({
  show: ["Show the password", "Passwort zeigen"],
  hide: ["Hide the password", "Passwort verbergen"],
});

interface Parts {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: "current-password" | "new-password";
  readonly inputRef?: ComponentProps<"input">["ref"];
}

/** A password, which can be shown while it is typed. */
export function PasswordInput({ label, hint, wrong, value, onChange, autoComplete, inputRef }: Parts) {
  const says = useWords(WORDS);
  const [shown, setShown] = useState(false);
  return (
    <div className="password">
      <Field label={label} hint={hint} wrong={wrong}>
        <input
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={128}
          value={value}
          ref={inputRef}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <button type="button" className="link small" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? says.hide : says.show}
      </button>
    </div>
  );
}
