/** Characters that print alike made alike, one for one, so that places in the line stay true. */
export function plainCharacters(line: string): string {
  return line
    .replaceAll(/(?<=\b\d{1,3}|\u202f\d{3})[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "\u202f")
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u2000-\u200a\u205f\u3000\t]|(?<!\d)\u202f|\u202f(?!\d{3}(?!\d))/g, " ")
    .replaceAll(/[\u2010\u2011\u2212\ufe63]/g, "-")
    .replaceAll("\u2012", "–")
    .replaceAll("\u2215", "/")
    .replaceAll("\u2044", "/")
    .replaceAll(/[\u00ad\u200b\ufeff]/g, "")
    .replaceAll("\ufb01", "fi")
    .replaceAll("\ufb02", "fl")
    .replaceAll(/(?<=[\d<>=≤≥(\s])[·∙⋅](?=\d)/g, ".");
}

/** Appends a line to mended text: a hyphen at the line's end before a small letter joins a broken word. */
export function joined(text: string, line: string): { readonly text: string; readonly at: number } {
  const next = line.trim();
  if (text === "") return { text: next, at: 0 };
  if (/\p{L}\s?-$/u.test(text) && /^\p{Ll}/u.test(next)) {
    const stem = text.replace(/\s?-$/, "");
    // A compound such as "anti-TNF" or "long-lasting" keeps no trace of its hyphen; words are compared without hyphens.
    return { text: stem + next, at: stem.length };
  }
  if (/[\d–/-]$/.test(text) && /[–/-]$/.test(text) && /^\d/.test(next)) return { text: text + next, at: text.length };
  return { text: `${text} ${next}`, at: text.length + 1 };
}
