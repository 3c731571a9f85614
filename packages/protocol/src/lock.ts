import { createHash } from "node:crypto";
import type { Protocol } from "./protocol.ts";

/** Canonical JSON: keys sorted by code point, two spaces, one newline at the end. Equal protocols give equal bytes. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

/** SHA-256 of the canonical JSON, in hex: the identity of a protocol in every result. */
export function protocolHash(protocol: Protocol): string {
  return createHash("sha256").update(canonicalJson(protocol)).digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}
