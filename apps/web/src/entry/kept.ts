/**
 * What was typed and not yet confirmed by the server, kept on this device so that neither a lost connection nor a closed
 * tab loses a keystroke. It is taken away once the server confirms, and when the person signs out.
 */
export interface Kept {
  readonly cells: Readonly<Record<string, string>>;
  /** The version that was read when typing began. */
  readonly version: number;
  /** The key of a new row's first save: sent twice, it writes once. */
  readonly key: string;
  readonly at: string;
}

const PREFIX = "osteon.kept.";
const nameOf = (account: string, place: string): string => `${PREFIX}${account}.${place}`;

export function keep(account: string, place: string, kept: Kept): void {
  localStorage.setItem(nameOf(account, place), JSON.stringify(kept));
}

export function readKept(account: string, place: string): Kept | undefined {
  const text = localStorage.getItem(nameOf(account, place));
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

export function dropKept(account: string, place: string): void {
  localStorage.removeItem(nameOf(account, place));
}

/** Takes away everything that was kept for a person. */
export function forgetKept(account: string): void {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(`${PREFIX}${account}.`)) localStorage.removeItem(name);
}
