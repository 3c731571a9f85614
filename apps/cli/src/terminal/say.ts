import pc from "picocolors";

/** Colours stand only on a terminal that wants them (NO_COLOR, a pipe and CI get plain text). */
const colours = pc.createColors(pc.isColorSupported && process.stdout.isTTY === true);

export const { bold, dim, green, red, yellow, cyan } = colours;

/** A line of the answer, to standard output. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** A line about the work, to standard error, so that `--json` stays clean. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Said where the web app has to be built before it can be served. */
export const onWebBuild = (): void => tell(dim("  The web app is being built, once …"));

/** The answer as JSON, keys in the order given. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** What the charts of a run ask everyone to say of them. */
export function sayNotice(notice: string | undefined): void {
  if (notice !== undefined) say(`${dim(notice)}\n`);
}
