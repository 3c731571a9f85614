import { createHmac, timingSafeEqual } from "node:crypto";

/** The value of a cookie `value.signature`, where the signature is this server's. */
export function signedCookie(cookies: string | undefined, name: string, secret: string): string | undefined {
  const start = `${name}=`;
  const found = (cookies ?? "").split("; ").find((one) => one.startsWith(start));
  if (found === undefined || found.length > 1024) return undefined;
  const text = decoded(found.slice(start.length));
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
