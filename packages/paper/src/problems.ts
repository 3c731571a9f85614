import { count, number, oneOf, optional, problem, saying, text } from "@osteon/words";

/** Why a paper cannot be read. */
export const PAPER_PROBLEMS = {
  "unknown-paper-format": saying({
    en: ["The file is none of .txt, .md, .html, .docx, .pdf.", "Save the paper as one of these; an old .doc as .docx."],
    de: [
      "Die Datei ist keine von .txt, .md, .html, .docx, .pdf.",
      "Die Arbeit in einem dieser Formate speichern, ein altes .doc als .docx.",
    ],
  }),
  "paper-too-large": problem(
    { of: oneOf("file", "text", "pages", "part"), size: number, most: number, part: optional(text) },
    {
      en: (v) =>
        ({
          file: {
            says: `The file has ${v.size} MB; ${v.most} are read at most.`,
            fix: "Take the paper without its supplements, or as text.",
          },
          text: {
            says: `The text has ${v.size} million characters; ${v.most} are read at most.`,
            fix: "Take the paper without its supplements.",
          },
          pages: {
            says: `The PDF has ${v.size} pages; ${v.most} are read at most.`,
            fix: "Cut the pages of the paper out of it.",
          },
          part: {
            says: `${v.part ?? "A part"} unpacks to more than ${v.most} MB; a paper's text has a few hundred kB.`,
            fix: "Save the paper again from Word, without embedded files.",
          },
        })[v.of],
      de: (v) =>
        ({
          file: {
            says: `Die Datei hat ${v.size} MB; gelesen werden höchstens ${v.most}.`,
            fix: "Die Arbeit ohne Anhänge oder als Text nehmen.",
          },
          text: {
            says: `Der Text hat ${v.size} Millionen Zeichen; gelesen werden höchstens ${v.most}.`,
            fix: "Die Arbeit ohne Anhänge nehmen.",
          },
          pages: {
            says: `Das PDF hat ${v.size} Seiten; gelesen werden höchstens ${v.most}.`,
            fix: "Die Seiten der Arbeit ausschneiden.",
          },
          part: {
            says: `${v.part ?? "Ein Teil"} wird entpackt größer als ${v.most} MB; der Text einer Arbeit hat einige hundert kB.`,
            fix: "Die Arbeit noch einmal aus Word speichern, ohne eingebettete Dateien.",
          },
        })[v.of],
    },
  ),
  "paper-damaged": problem(
    { of: oneOf("word", "pdf", "file"), because: text },
    {
      en: (v) =>
        ({
          word: {
            says: `The Word file cannot be read: ${v.because}.`,
            fix: "Open it in Word, save it again as .docx, and check that the copy is complete.",
          },
          pdf: {
            says: `The PDF cannot be read: ${v.because}.`,
            fix: "Load it again from where it came, and check that the copy is complete.",
          },
          file: { says: `The file cannot be read: ${v.because}.`, fix: "Save the paper again, or as plain text." },
        })[v.of],
      // What the library says is English, and stands as what it said.
      de: (v) =>
        ({
          word: {
            says: `Die Word-Datei lässt sich nicht lesen („${v.because}“).`,
            fix: "In Word öffnen, als .docx neu speichern und prüfen, ob die Kopie vollständig ist.",
          },
          pdf: {
            says: `Das PDF lässt sich nicht lesen („${v.because}“).`,
            fix: "Noch einmal von dort laden, woher es kam, und prüfen, ob die Kopie vollständig ist.",
          },
          file: {
            says: `Die Datei lässt sich nicht lesen („${v.because}“).`,
            fix: "Die Arbeit neu speichern, oder als reinen Text.",
          },
        })[v.of],
    },
  ),
  "paper-encrypted": saying({
    en: ["The PDF is encrypted and opens with a password alone.", "Save a copy without a password."],
    de: ["Das PDF ist verschlüsselt und öffnet sich nur mit Passwort.", "Eine Kopie ohne Passwort speichern."],
  }),
  "paper-without-text": problem(
    { pages: optional(count) },
    {
      en: (v) =>
        v.pages === undefined
          ? { says: "There is no text in the file.", fix: "Take a copy whose text can be selected." }
          : {
              says: `The PDF has ${v.pages({ one: "page", other: "pages" })} and no text layer: its pages are pictures.`,
              fix: "Run text recognition (OCR) on it first, or take the publisher's PDF.",
            },
      de: (v) =>
        v.pages === undefined
          ? { says: "In der Datei steht kein Text.", fix: "Eine Kopie nehmen, deren Text sich auswählen lässt." }
          : {
              says: `Das PDF hat ${v.pages({ one: "Seite", other: "Seiten" })} und keinen Text: Die Seiten sind Bilder.`,
              fix: "Erst eine Texterkennung laufen lassen oder das PDF des Verlags nehmen.",
            },
    },
  ),
  "paper-takes-too-long": problem(
    { of: oneOf("file", "text"), seconds: optional(number) },
    {
      en: (v) =>
        v.of === "file"
          ? {
              says: `Reading was stopped: the file takes more than ${v.seconds ?? ""} seconds or too much memory.`,
              fix: "Save the paper as text, or take its pages alone.",
            }
          : {
              says: "Reading was stopped: the text takes too much time or memory.",
              fix: "Take the pages of the paper alone.",
            },
      de: (v) =>
        v.of === "file"
          ? {
              says: `Das Lesen wurde abgebrochen: Die Datei braucht mehr als ${v.seconds ?? ""} Sekunden oder zu viel Speicher.`,
              fix: "Die Arbeit als Text speichern oder nur ihre Seiten nehmen.",
            }
          : {
              says: "Das Lesen wurde abgebrochen: Der Text braucht zu viel Zeit oder Speicher.",
              fix: "Nur die Seiten der Arbeit nehmen.",
            },
    },
  ),
} as const;
