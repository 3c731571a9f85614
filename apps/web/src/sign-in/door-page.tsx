import { administration } from "@osteon/api";
import { LANGUAGES } from "@osteon/words";
import type { ReactNode } from "react";
import { useGet } from "../api/use-get.ts";
import { chooseLanguage } from "../frame/choices.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";
import "./sign-in.css";

const NAMES = { en: "English", de: "Deutsch" } as const;

/** What stands before the registry: one panel, the choice of the language, and whom to ask. */
export function DoorPage({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  const says = useWords(SIGN_IN_WORDS);
  const language = useLanguage();
  const { contact = "" } = useGet(administration.readSignInMethods, {}).data ?? {};
  return (
    <main className="door">
      <div className="panel">
        <div className="panel-body stack">
          <h1>{title}</h1>
          {children}
          <p className="quiet-text small">{says.trouble(contact === "" ? says.administrator : contact)}</p>
          <fieldset className="row languages">
            <legend className="unseen">{says.language}</legend>
            {LANGUAGES.map((one) => (
              <button
                key={one}
                type="button"
                className="link small"
                lang={one}
                aria-pressed={one === language}
                onClick={() => chooseLanguage(one)}
              >
                {NAMES[one]}
              </button>
            ))}
          </fieldset>
        </div>
      </div>
    </main>
  );
}
