/**
 * The choice that a first letter means: of what is read, else of the word in the file, so that `y` is yes on a German page
 * too. Nothing where two begin so.
 */
export function chosenByLetter(
  choices: readonly { readonly code: string; readonly says: string }[],
  key: string,
): string | undefined {
  const letter = key.toLowerCase();
  if (!/^\p{L}$/u.test(letter)) return undefined;
  for (const words of ["says", "code"] as const) {
    const found = choices.filter((choice) => choice[words].toLowerCase().startsWith(letter));
    if (found.length > 0) return found.length === 1 ? found[0]?.code : undefined;
  }
  return undefined;
}
