/** Told how far a stage is. */
export interface Progress {
  /** `done` of `of` steps, and the name of the step just ended. */
  step(done: number, of: number, name: string): void;
  end(): void;
}

/** Opens the progress of a stage by its title: a bar on a terminal, lines on a page. */
export type Bars = (title: string) => Progress;

/** For those who do not watch. */
export const noBars: Bars = () => ({ step: () => {}, end: () => {} });
