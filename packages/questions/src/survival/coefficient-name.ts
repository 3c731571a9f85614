/** What a coefficient is called: its covariate, and the level of a factor. */
export const nameOf = ({
  name,
  level,
}: {
  readonly name?: string | undefined;
  readonly level: string | null;
}): string => (level === null ? (name ?? "") : `${name} ${level}`);
