import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";
import type { TokenHash } from "@osteon/registry";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** By this prefix people and scanners of source text know what they have found. */
export const TOKEN_PREFIX = "osteon_pat_";
/** 238 bits by chance, and six letters of their CRC-32: what is mistyped or made up costs no look-up, and scanners raise no false alarm. */
const BY_CHANCE = 40;
const CHECKING = 6;
const FORM = new RegExp(`^${TOKEN_PREFIX}([0-9A-Za-z]{${BY_CHANCE}})([0-9A-Za-z]{${CHECKING}})$`);

/** A new token, which is shown once, and what is kept of it. */
export function newPersonalToken(): TokenHash & { readonly secret: string } {
  const chance = Array.from({ length: BY_CHANCE }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const secret = `${TOKEN_PREFIX}${chance}${checkOf(chance)}`;
  return { secret, tokenHash: hashOf(secret) };
}

/**
 * The hash of the personal token in an `Authorization` header; nothing where the header holds something else, as a proxy's own. A
 * text that only looks like a token has no hash that the registry knows: its own letters disprove it.
 */
export function tokenIn(authorization: string | undefined): TokenHash | "no token" | undefined {
  const [, given] = /^bearer +(\S+) *$/i.exec(authorization ?? "") ?? [];
  if (given === undefined || !given.startsWith(TOKEN_PREFIX)) return undefined;
  const [, chance, check] = FORM.exec(given) ?? [];
  if (chance === undefined || check !== checkOf(chance)) return "no token";
  return { tokenHash: hashOf(given) };
}

/** Looked up by its hash: how long a comparison takes tells nothing of a secret that was hashed first. */
const hashOf = (secret: string): Uint8Array => createHash("sha256").update(secret).digest();

function checkOf(chance: string): string {
  let rest = crc32(chance);
  let text = "";
  for (let place = 0; place < CHECKING; place++) {
    text = `${LETTERS[rest % LETTERS.length]}${text}`;
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}
