import { chooseLanguage, useChosenLanguage } from "./choices.ts";

/** The language of the page, named in both, so that it is found by someone who reads only the other. */
export function LanguageChoice() {
  const language = useChosenLanguage();
  return (
    <label className="frame-language">
      <span className="frame-language-name">Sprache / Language</span>
      <select value={language} onChange={(event) => chooseLanguage(event.target.value === "de" ? "de" : "en")}>
        <option value="de" lang="de">
          Deutsch
        </option>
        <option value="en" lang="en">
          English
        </option>
      </select>
    </label>
  );
}
