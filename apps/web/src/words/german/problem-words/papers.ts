import type { GermanCodes } from "./sentence-form.ts";

/** What can be wrong with the file of a paper. */
export const PAPERS: GermanCodes = {
  "unknown-paper-format": {
    says: "Die Datei ist keine von .txt, .md, .html, .docx, .pdf.",
    fix: "Die Arbeit in einem dieser Formate speichern, ein altes .doc als .docx.",
  },
  "paper-too-large": {
    says: "Die Datei ist größer oder länger, als gelesen wird.",
    fix: "Die Arbeit ohne Anhänge nehmen oder ihre Seiten ausschneiden.",
  },
  "paper-damaged": {
    says: "Die Datei bricht ab oder ist nicht, was ihr Name sagt.",
    fix: "Neu laden oder öffnen, neu speichern und prüfen, ob die Kopie vollständig ist.",
  },
  "paper-encrypted": {
    says: "Das PDF ist verschlüsselt und öffnet sich nur mit Passwort.",
    fix: "Eine Kopie ohne Passwort speichern.",
  },
  "paper-without-text": {
    says: "In der Datei steht kein Text: Die Seiten eines Scans sind Bilder.",
    fix: "Erst eine Texterkennung laufen lassen oder die Datei des Verlags nehmen.",
  },
  "paper-takes-too-long": {
    says: "Das Lesen wurde abgebrochen: Die Datei braucht zu viel Zeit oder Speicher.",
    fix: "Die Arbeit als Text speichern oder nur ihre Seiten nehmen.",
  },
};
