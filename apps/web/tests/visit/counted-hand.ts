import type { Locator, Page } from "playwright-core";
import { inSight } from "../in-sight.ts";

/** What a hand did at a page, as the page itself saw it: every key that went down and every click, but for the characters of values. */
export interface HandCount {
  /** Keys that are no character of a value: Tab, Enter, arrows, shortcuts however many keys they hold, letters that choose. */
  keys: number;
  clicks: number;
  /** Turns of the wheel to reach something; one, however long it is turned. */
  scrolls: number;
  /** Characters of values, which do not count. */
  characters: number;
}

/** All that counts. */
export const actionsOf = ({ keys, clicks, scrolls }: HandCount): number => keys + clicks + scrolls;

/** A person at a page of whom every action is counted by listeners of the page, whatever this file calls it. */
export interface Hand {
  readonly page: Page;
  /** Types a value: its characters are no actions. */
  value(words: string): Promise<void>;
  /** Presses a key, or several held together. */
  press(keys: string, times?: number): Promise<void>;
  /** Letters that choose something, each an action. */
  letters(words: string): Promise<void>;
  /** Clicks what is seen; scrolls to it first where it is not, which counts. */
  click(target: Locator): Promise<void>;
  /** Pastes a text from a file, by its keys. */
  paste(text: string): Promise<void>;
  counted(): Promise<HandCount>;
}

interface Listening {
  hand: HandCount & { isValue: boolean; wheels: number };
}

/** Sits down at a page that is open already; what was done before does not count. */
export async function handAt(page: Page): Promise<Hand> {
  const listen = () => {
    const own = window as unknown as Listening;
    own.hand = { keys: 0, clicks: 0, scrolls: 0, characters: 0, isValue: false, wheels: 0 };
    const { hand } = own;
    const modifiers = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);
    addEventListener(
      "keydown",
      ({ key, isTrusted }) => {
        if (!isTrusted || modifiers.has(key)) return;
        if (hand.isValue) hand.characters++;
        else hand.keys++;
      },
      { capture: true },
    );
    // A click by a key has no detail: the key was counted.
    addEventListener("click", ({ detail, isTrusted }) => isTrusted && detail > 0 && hand.clicks++, { capture: true });
  };
  await page.evaluate(listen);
  const isValue = (now: boolean) =>
    page.evaluate((value) => {
      (window as unknown as Listening).hand.isValue = value;
    }, now);
  let scrolls = 0;
  const reach = async (target: Locator): Promise<{ readonly x: number; readonly y: number }> => {
    await target.waitFor();
    for (let turn = 0; turn < 200; turn++) {
      const seen = await inSight(target);
      if ("x" in seen) return seen;
      if (turn === 0) scrolls++;
      const step = Math.sign(seen.below || 1) * Math.max(60, Math.min(Math.abs(seen.below), 400));
      await page.mouse.wheel(0, step);
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    }
    throw new Error("a hand cannot reach it by scrolling");
  };
  return {
    page,
    value: async (words) => {
      await isValue(true);
      await page.keyboard.type(words);
      await isValue(false);
    },
    press: async (keys, times = 1) => {
      for (let n = 0; n < times; n++) await page.keyboard.press(keys);
    },
    letters: (words) => page.keyboard.type(words),
    click: async (target) => {
      const { x, y } = await reach(target);
      await page.mouse.click(x, y);
    },
    paste: async (text) => {
      await page.evaluate((words) => navigator.clipboard.writeText(words), text);
      await page.keyboard.press("ControlOrMeta+v");
    },
    counted: async () => {
      const { keys, clicks, characters } = await page.evaluate(() => (window as unknown as Listening).hand);
      return { keys, clicks, scrolls, characters };
    },
  };
}
