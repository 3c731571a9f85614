/** A text in R. */
export const rText = (text: string): string => JSON.stringify(text);

const RESERVED = /^(if|else|repeat|while|function|for|next|break|TRUE|FALSE|NULL|Inf|NaN|NA|in)$/;

/** A name in R, in backticks where it must. */
export const rName = (name: string): string =>
  /^([A-Za-z]|\.(?!\d))[A-Za-z0-9._]*$/.test(name) && !RESERVED.test(name)
    ? name
    : `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;

/** Texts or numbers as a vector. */
export const rVector = (values: readonly (string | number)[]): string =>
  `c(${values.map((value) => (typeof value === "number" ? String(value) : rText(value))).join(", ")})`;
