import { number, oneOf, optional, problem, text } from "@osteon/words";

/**
 * How an archive is damaged: an entry is not what was packed, the archive ends within one, or after one without its directory, or
 * an entry, or something of it, is not there to which others refer.
 */
export const DAMAGES = ["changed", "breaks-off", "no-end", "lacks"] as const;

/** What can be wrong with an archive, and with what is too large to be read. */
export const ARCHIVE_PROBLEMS = {
  "damaged-archive": problem(
    { damage: oneOf(...DAMAGES), entry: text },
    {
      en: (v) => ({
        says: {
          changed: `${v.entry} in the archive is not what was packed: its checksum is another.`,
          "breaks-off": `The archive breaks off within ${v.entry}.`,
          "no-end": `The archive breaks off after ${v.entry}: the list of its files, which stands at the end, is missing or not whole.`,
          lacks: `Other parts of the workbook refer to ${v.entry}, where what they refer to is missing.`,
        }[v.damage],
        fix: "Take the file from where it came from once more; where it is damaged there, pack or save it anew.",
      }),
      de: (v) => ({
        says: {
          changed: `${v.entry} im Archiv ist nicht, was gepackt wurde: Die Prüfsumme ist eine andere.`,
          "breaks-off": `Das Archiv bricht in ${v.entry} ab.`,
          "no-end": `Das Archiv bricht nach ${v.entry} ab: Die Liste seiner Dateien, die am Ende steht, fehlt oder ist nicht ganz.`,
          lacks: `Andere Teile der Arbeitsmappe verweisen auf ${v.entry}; dort fehlt, worauf sie verweisen.`,
        }[v.damage],
        fix: "Die Datei noch einmal von dort holen, woher sie kam; ist sie dort beschädigt, neu packen oder speichern.",
      }),
    },
  ),
  "unreadable-archive": problem(
    { because: oneOf("empty", "cannot-unpack", "locked", "many"), most: optional(number) },
    {
      en: (v) => ({
        says: {
          empty: "The archive holds no files.",
          "cannot-unpack": "The archive cannot be unpacked.",
          locked: "The archive is locked by a password.",
          many: `The archive has more than ${v.most ?? ""} entries.`,
        }[v.because],
        fix: {
          empty: "Pack the files of the chart folder anew as ZIP.",
          "cannot-unpack": "Pack the files of the chart folder anew as ZIP.",
          locked: "Pack the files without one; they go over a closed line.",
          many: "Pack the files of the chart folder alone.",
        }[v.because],
      }),
      de: (v) => ({
        says: {
          empty: "Das Archiv enthält keine Dateien.",
          "cannot-unpack": "Das Archiv lässt sich nicht entpacken.",
          locked: "Das Archiv ist mit einem Passwort verschlossen.",
          many: `Das Archiv hat mehr als ${v.most ?? ""} Einträge.`,
        }[v.because],
        fix: {
          empty: "Die Dateien des Aktenordners neu als ZIP packen.",
          "cannot-unpack": "Die Dateien des Aktenordners neu als ZIP packen.",
          locked: "Die Dateien ohne Passwort packen; sie gehen über eine verschlüsselte Verbindung.",
          many: "Nur die Dateien des Aktenordners packen.",
        }[v.because],
      }),
    },
  ),
  "file-too-large-to-read": problem(
    { of: oneOf("workbook", "archive", "memory", "time"), megabytes: optional(number) },
    {
      en: (v) => {
        switch (v.of) {
          case "workbook":
            return {
              says: "The workbook holds more than is read at once.",
              fix: "Send the tables one by one as CSV, or fewer children at a time.",
            };
          case "archive":
            return {
              says: `The archive unpacks to more than ${v.megabytes ?? ""} MB.`,
              fix: "Send fewer children at once, or one table at a time.",
            };
          case "memory":
          case "time":
            return {
              says: `Reading was stopped: the file takes more ${v.of} than there is for one.`,
              fix: "Send fewer children at once, or one table at a time.",
            };
        }
      },
      de: (v) => {
        switch (v.of) {
          case "workbook":
            return {
              says: "Die Arbeitsmappe enthält mehr, als auf einmal gelesen wird.",
              fix: "Die Tabellen einzeln als CSV senden, oder weniger Kinder auf einmal.",
            };
          case "archive":
            return {
              says: `Das Archiv wird entpackt größer als ${v.megabytes ?? ""} MB.`,
              fix: "Weniger Kinder auf einmal senden, oder die Tabellen einzeln.",
            };
          case "memory":
          case "time":
            return {
              says: `Das Lesen wurde abgebrochen: Die Datei braucht mehr ${v.of === "memory" ? "Speicher" : "Zeit"}, als es für eine gibt.`,
              fix: "Weniger Kinder auf einmal senden, oder die Tabellen einzeln.",
            };
        }
      },
    },
  ),
} as const;
