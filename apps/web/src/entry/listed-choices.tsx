import { certainChoice } from "@osteon/codebook";
import { useState } from "react";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import type { InputParts } from "./field-input.tsx";

/** A menu of a list that grows, narrowed by what is sought: part of a name, or a word that people write for it; Enter takes the first. */
export function ListedChoices({ table, field, typed, readOnly, onType, label, invalid, describedBy }: InputParts) {
  const book = useBook();
  const says = useWords(ENTRY_WORDS);
  const [sought, setSought] = useState("");
  const nameOf = (code: string): string => book.cell(table, field.name, code);
  const word = sought.trim().toLowerCase();
  const meant = word === "" ? undefined : certainChoice(field, sought);
  const choices = field.type.kind === "choice" ? field.type.choices : [];
  const offered = choices.filter(({ code, retired }) => retired !== true || code === typed);
  const found = offered.filter(
    ({ code, says: english }) =>
      code === meant || [code, english, nameOf(code)].some((name) => name.toLowerCase().includes(word)),
  );
  const first = found.find(({ code }) => code === meant) ?? found[0];
  const shown = found.some(({ code }) => code === typed)
    ? found
    : [...offered.filter(({ code }) => code === typed), ...found];
  return (
    <span className="with-search">
      {readOnly ? null : (
        <input
          type="search"
          aria-label={says.searchOf(label)}
          placeholder={says.search}
          autoComplete="off"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (word === "" || first === undefined) return;
            onType(first.code);
            setSought("");
          }}
        />
      )}
      <select
        aria-label={label}
        {...(invalid ? { "aria-invalid": true } : {})}
        {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
        value={typed}
        disabled={readOnly}
        onChange={(event) => onType(event.target.value)}
      >
        <option value="">{word !== "" && found.length === 0 ? says.noneFound : says.choose}</option>
        {shown.map(({ code }) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </span>
  );
}
