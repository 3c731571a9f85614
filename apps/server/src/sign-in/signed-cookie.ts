import { createHmac, timingSafeEqual } from "node:crypto";

/** What a cookie of this server may look like; whatever else a header holds is none of ours. */
const OURS = /^((?:__Secure-)?osteon\.[\w.-]+)=([\w.%+/=-]{1,1024})$/;

/**
 * The cookies of this server in a header, the first of each name. The sign-in library is handed these alone: were a header
 * read in two ways, a code could be counted for one person and tried for another.
 */
export function ownCookies(header: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of (header ?? "").split(";")) {
    const [, name, value] = OURS.exec(one.trim()) ?? [];
    if (name !== undefined && value !== undefined && !found.has(name)) found.set(name, value);
  }
  return found;
}

/** The value of a cookie `value.signature`, where the signature is this server's. */
export function signedCookie(header: string | undefined, name: string, secret: string): string | undefined {
  const text = decoded(ownCookies(header).get(name) ?? "");
  const dot = text.lastIndexOf(".");
  const value = text.slice(0, dot);
  const expected = createHmac("sha256", secret).update(value).digest();
  const given = Buffer.from(text.slice(dot + 1), "base64");
  return dot > 0 && given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
