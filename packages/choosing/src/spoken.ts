import type { Pair } from "@osteon/words";

/** Gathers what a report says, so that each English text has its German beside it. */
export interface Spoken {
  /** The English, which stands in protocol and report; the German is kept under it. */
  say(text: Pair): string;
  readonly german: Readonly<Record<string, string>>;
}

export function spoken(): Spoken {
  const german = new Map<string, string>();
  return {
    say: ({ en, de }) => {
      german.set(en, de);
      return en;
    },
    get german() {
      return Object.fromEntries(german);
    },
  };
}

/** A text in both languages from texts in both; arguments are pairs, too. */
export const both = (en: string, de: string): Pair => ({ en, de });

/** What a person typed says the same in every language. */
export const asTyped = (text: string): Pair => ({ en: text, de: text });
