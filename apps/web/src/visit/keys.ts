import { bilingual } from "../words/words.ts";

/** The keys of the page; none is taken by a browser or a screen reader for itself, and single letters count in no box but their own. */
export const KEY_WORDS = bilingual({
  title: ["Keys on this page", "Tasten auf dieser Seite"],
  lead: ["Everything can be reached by Tab as well.", "Alles ist auch mit der Tabulatortaste erreichbar."],
  Enter: ["To the next answer", "Zur nächsten Antwort"],
  "Shift+Enter": ["To the answer before", "Zur vorigen Antwort"],
  "Alt+PageDown": ["To the next part of the page", "Zum nächsten Teil der Seite"],
  "Alt+PageUp": ["To the part before", "Zum vorigen Teil der Seite"],
  "Ctrl+Enter": ["Complete the visit", "Visite abschließen"],
  "↑ ↓": ["In the laboratory: the line above or below", "Im Labor: Zeile darüber oder darunter"],
  n: ["As a result: not done", "Als Ergebnis: nicht bestimmt"],
  F2: ["On a result: unit and limits", "Auf einem Ergebnis: Einheit und Grenzen"],
  "← →": ["Among choices: the one before or after", "Bei Auswahlen: die vorige oder nächste"],
  "?": ["These keys, where no box has the focus", "Diese Tasten, wenn kein Feld den Fokus hat"],
});

export const KEYS = [
  "Enter",
  "Shift+Enter",
  "Alt+PageDown",
  "Alt+PageUp",
  "Ctrl+Enter",
  "↑ ↓",
  "n",
  "F2",
  "← →",
  "?",
] as const;

const GERMAN_NAMES: Readonly<Record<string, string>> = {
  Shift: "Umschalt",
  Ctrl: "Strg",
  Enter: "Eingabe",
  PageDown: "Bild↓",
  PageUp: "Bild↑",
};
const ENGLISH_NAMES: Readonly<Record<string, string>> = { PageDown: "Page Down", PageUp: "Page Up" };

/** What is printed on the keys of a keyboard of the language. */
export const keyNames = (keys: string, language: "en" | "de"): readonly string[] =>
  keys.split("+").map((key) => (language === "de" ? GERMAN_NAMES : ENGLISH_NAMES)[key] ?? key);
