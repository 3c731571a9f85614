/** The value of a covariate where values are given by name; 0 where none is, also for a name such as `constructor` that every object knows. */
export const valueAt = (at: Readonly<Record<string, number>>, name: string): number =>
  Object.hasOwn(at, name) ? (at[name] as number) : 0;
