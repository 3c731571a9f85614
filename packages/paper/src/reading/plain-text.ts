import type { ReadText } from "./read-text.ts";

/** Text and Markdown as they stand. UTF-8, or UTF-16 by its mark; what is neither is read as Windows-1252. */
export function plainText(bytes: Uint8Array): ReadText {
  const text = decoded(bytes).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return { lines: text.split("\n") };
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
