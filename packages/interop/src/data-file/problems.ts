import { number, problem, text } from "@osteon/words";

const AGAIN = {
  en: "Export it again as Dataset-JSON 1.1 or CSV.",
  de: "Noch einmal als Dataset-JSON 1.1 oder CSV exportieren.",
};

/** What can be wrong with a data file of any columns. */
export const DATA_FILE_PROBLEMS = {
  "unnamed-column": problem(
    { place: number },
    {
      en: (v) => ({ says: `Column ${v.place} has no name.`, fix: "Name it, or delete it." }),
      de: (v) => ({ says: `Spalte ${v.place} hat keinen Namen.`, fix: "Die Spalte benennen oder löschen." }),
    },
  ),
  "not-json": problem(
    { error: text },
    {
      en: (v) => ({ says: `The file is not JSON: ${v.error}.`, fix: AGAIN.en }),
      de: (v) => ({ says: `Die Datei ist kein JSON („${v.error}“).`, fix: AGAIN.de }),
    },
  ),
  "not-dataset-json": problem(
    {},
    {
      en: () => ({ says: "The file has no `columns` and `rows` of Dataset-JSON 1.1.", fix: AGAIN.en }),
      de: () => ({ says: "Der Datei fehlen `columns` und `rows` von Dataset-JSON 1.1.", fix: AGAIN.de }),
    },
  ),
} as const;
