import { bilingual } from "../words/words.ts";

/** What two people are told who wrote the same. */
export const CONFLICT_WORDS = bilingual({
  title: [
    "Someone saved some of this since you read it",
    "Jemand hat davon etwas gespeichert, seit Sie es gelesen haben",
  ],
  lead: [
    "Nothing is lost and nothing is overwritten: choose for each field, then save again.",
    "Nichts ist verloren und nichts überschrieben: Wählen Sie je Feld und speichern Sie dann noch einmal.",
  ],
  row: ["Row", "Zeile"],
  field: ["Field", "Feld"],
  yours: ["Yours", "Ihres"],
  theirs: [(who: string) => `Of ${who}`, (who: string) => `Von ${who}`],
  empty: ["(empty)", "(leer)"],
  takeBack: ["take it back all the same", "trotzdem zurücknehmen"],
  keepTheirs: ["leave it", "stehen lassen"],
  goOn: ["Go on with this", "Damit weiter"],
});
