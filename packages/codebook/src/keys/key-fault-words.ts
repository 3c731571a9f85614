import type { Pair } from "@osteon/words";

/** Why a text cannot be a key, or one line of a page. */
export const KEY_FAULTS = ["empty", "longer", "unseen", "space", "two-parts", "no-value", "path", "no-letter"] as const;
export type KeyFault = (typeof KEY_FAULTS)[number];

const WORDS: Readonly<Record<KeyFault, Pair<(most: string) => string>>> = {
  empty: { en: () => "is empty", de: () => "ist leer" },
  longer: { en: (most) => `has more than ${most} characters`, de: (most) => `hat mehr als ${most} Zeichen` },
  unseen: {
    en: () => "holds a character that nobody sees, or a line break",
    de: () => "enthält ein Zeichen, das niemand sieht, oder einen Zeilenumbruch",
  },
  space: { en: () => "begins or ends with a space", de: () => "beginnt oder endet mit einem Leerzeichen" },
  "two-parts": {
    en: () => "writes a letter in two parts (it is not in Unicode's form NFC)",
    de: () => "schreibt einen Buchstaben in zwei Teilen (nicht in der Form NFC von Unicode)",
  },
  "no-value": {
    en: () => "is a word that programs take for a missing value",
    de: () => "ist ein Wort, das Programme für einen fehlenden Wert halten",
  },
  path: {
    en: () => "would be part of a path: it holds / or \\, or is . or ..",
    de: () => "wäre Teil eines Pfades: Es enthält / oder \\ oder ist . oder ..",
  },
  "no-letter": {
    en: () => "holds neither a letter nor a digit",
    de: () => "enthält weder Buchstaben noch Ziffer",
  },
};

/** The predicate of a sentence about a key: `is empty`, `hat mehr als 64 Zeichen`. */
export const keyFaultWords = (fault: KeyFault, most: string | undefined, language: keyof Pair): string =>
  WORDS[fault][language](most ?? "64");
