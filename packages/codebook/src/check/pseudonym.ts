import type { Fault } from "@osteon/words";
import { NO_KEYS } from "../keys/key-shape.ts";
import { NO_FAULTS, refused } from "./fault.ts";
import { keyFaults } from "./key-cell.ts";

/** So many letters fit; a name or an address that was pasted is longer. */
export const LONGEST_PSEUDONYM = 64;

const LETTER = String.raw`[\p{L}\p{M}'’]`;
/** Two words of letters with a blank, a comma or the like between: `Maria Schmidt`, `Schmidt, M.`. */
const TWO_WORDS = new RegExp(String.raw`${LETTER}\.?[\s,;/]+${LETTER}`, "u");
/** A word as names are written: a capital, then small letters. */
const CAPITALISED = new RegExp(String.raw`(?<!${LETTER})\p{Lu}\p{M}*['’]?${LETTER}*\p{Ll}`, "u");
/** Words joined otherwise: `maria.schmidt`, `SCHMIDT_MARIA`. */
const JOINED = new RegExp(`${LETTER}{3,}[._-]${LETTER}{3,}`, "u");
const JOINED_CAPITALISED = /\p{Lu}\p{Ll}+[._-]\p{Lu}\p{Ll}+/u;
/** Letters that are not seen, and what ends a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * What speaks against a pseudonym for a new child. The centre's pattern decides where there is one; without it, what looks
 * like a name is refused: words with a blank or a comma between, joined words, or a capitalised word where no digit stands.
 * Either way it is a key: no `NA`, no part of a path.
 */
export function pseudonymFaults(pseudonym: string, pattern: string | undefined): readonly Fault[] {
  const written = pseudonym.trim();
  if (written === "") return pattern === undefined ? NO_FAULTS : [notFitting(pattern)];
  if (written.length > LONGEST_PSEUDONYM) return [tooLong(written.length)];
  if (UNSEEN.test(written)) return [refused("unseen-letter")];
  if (NO_KEYS.has(written.toLowerCase())) return keyFaults(written);
  if (pattern !== undefined) return patternFits(pattern, written) ? keyFaults(written) : [notFitting(pattern)];
  return looksLikeAName(written) ? [refused("looks-like-a-name")] : keyFaults(written);
}

function looksLikeAName(written: string): boolean {
  if (TWO_WORDS.test(written) || JOINED_CAPITALISED.test(written)) return true;
  const bare = !/\p{N}/u.test(written);
  if (CAPITALISED.test(written)) return bare || /[\s,;]/.test(written);
  return bare && JOINED.test(written);
}

/** Whether a pseudonym is as the pattern says: `#` is a digit, `A` a capital letter, a letter after `\` itself. */
export function patternFits(pattern: string, pseudonym: string): boolean {
  const signs = signsOf(pattern);
  const letters = [...pseudonym];
  return (
    signs.length === letters.length && signs.every(({ kind, sign }, place) => FITS[kind](letters[place] ?? "", sign))
  );
}

/** A pseudonym that a pattern allows: `UL-001` of `UL-###`. */
export function patternExample(pattern: string): string {
  const signs = signsOf(pattern);
  return signs
    .map(({ kind, sign }, place) => (kind === "digit" ? (signs[place + 1]?.kind === "digit" ? "0" : "1") : sign))
    .join("");
}

/** What speaks against a pattern itself. */
export function patternFaults(pattern: string): readonly Fault[] {
  const signs = signsOf(pattern);
  const fits = signs.length > 0 && signs.length <= LONGEST_PSEUDONYM && pattern.length <= LONGEST_PSEUDONYM;
  const tells = signs.some(({ kind }) => kind !== "letter");
  const sound = pattern === pattern.trim() && !UNSEEN.test(pattern) && !/[/?]/.test(pattern);
  return fits && tells && sound ? NO_FAULTS : [refused("pattern-unfit")];
}

type Kind = "digit" | "capital" | "letter";

const FITS: Readonly<Record<Kind, (letter: string, sign: string) => boolean>> = {
  digit: (letter) => /^[0-9]$/.test(letter),
  capital: (letter) => /^[A-Z]$/.test(letter),
  letter: (letter, sign) => letter === sign,
};

const signsOf = (pattern: string): readonly { readonly kind: Kind; readonly sign: string }[] =>
  [...pattern.matchAll(/\\?./gsu)].map(([sign]) =>
    sign === "#"
      ? { kind: "digit", sign }
      : sign === "A"
        ? { kind: "capital", sign }
        : { kind: "letter", sign: sign.length > 1 ? sign.slice(1) : sign },
  );

const notFitting = (pattern: string): Fault =>
  refused("pseudonym-pattern", { pattern, example: patternExample(pattern) });

const tooLong = (letters: number): Fault =>
  refused("too-long", { what: "pseudonym", letters, most: LONGEST_PSEUDONYM });
