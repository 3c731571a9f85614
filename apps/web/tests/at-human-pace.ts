import { setTimeout as pass } from "node:timers/promises";
import { tableNamed } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import type { Locator, Page } from "playwright-core";
import { seeded } from "../../../studies/schnabel-2017/tests/seeded.ts";
import { labelWithUnit } from "../src/entry/label-with-unit.ts";
import { type Book, bookFor } from "../src/words/codebook-words.ts";
import { PATIENCE } from "./app-in-browser.ts";
import { inSight, type Seen } from "./in-sight.ts";

/** What a person did, as one with a stop watch beside them would note it. */
export interface Counted {
  clicks: number;
  fields: number;
  /** Keys for going about, such as Tab and Enter; not those that fill a field. */
  keys: number;
  scrolls: number;
}

/** Clicks, fields and keys together; scrolls are told apart. */
export const actionsOf = ({ clicks, fields, keys }: Counted): number => clicks + fields + keys;

interface Ways {
  readonly language?: Language;
  readonly seed?: number;
  /** 1 is a person; less where the pace is not the point. What is waited for is waited for at any pace. */
  readonly pace?: number;
  /** So many ms they look for a control that is not seen yet; as long as for a page without it. */
  readonly looks?: number;
}

/** A person at the page: sees before they click, types key by key, pauses between fields. */
export interface Person {
  readonly page: Page;
  readonly language: Language;
  readonly book: Book;
  readonly counted: Counted;
  /** One of two wordings, by the language of the person. */
  says<T>(english: T, german: T): T;
  /** Looks for a while until the control is seen; fails with a sentence where it never is. */
  look(target: Locator): Promise<void>;
  /** Turns the wheel until the control is seen; only what a person would know to look for. */
  scrollTo(target: Locator): Promise<void>;
  click(target: Locator): Promise<void>;
  /** Types into a box in place of what stands there. */
  type(target: Locator, words: string): Promise<void>;
  /** Chooses in a list by what it says. */
  pick(target: Locator, answer: string | RegExp): Promise<void>;
  press(key: string): Promise<void>;
  /** The control of a field of the codebook on the form that is open. */
  field(table: string, field: string): Locator;
  /** Answers a field of a form by a cell of the codebook, scrolling on where the form is longer than the window. */
  answer(table: string, field: string, cell: string): Promise<void>;
  /** Thinks for as long as a person does between two fields. */
  think(): Promise<void>;
  /** Waits until the form says that the draft was saved, as one does who trusts nothing else. */
  draftSaved(): Promise<void>;
  /** Waits until the form says that the row was saved. */
  saved(): Promise<void>;
}

/** The hands and eyes of a person on a page: 80 to 150 ms a key, 1 to 3 s between fields, always the same for one seed. */
export function atHumanPace(page: Page, { language = "en", seed = 1, pace = 1, looks = PATIENCE }: Ways = {}): Person {
  const draw = seeded(seed);
  const book = bookFor(language);
  const counted: Counted = { clicks: 0, fields: 0, keys: 0, scrolls: 0 };
  const between = (least: number, most: number) => pass((least + draw.below(most - least)) * pace);
  const says = <T>(english: T, german: T): T => (language === "de" ? german : english);

  async function seen(target: Locator): Promise<Seen> {
    await target.waitFor();
    // A page that still moves is not clicked: the same point twice in a row.
    const until = performance.now() + looks;
    let last: Seen = { says: "", below: 0 };
    for (;;) {
      const now = await inSight(target);
      if ("x" in now && "x" in last && now.x === last.x && now.y === last.y) return now;
      if (performance.now() > until) return now;
      last = now;
      await pass(60);
    }
  }
  async function look(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const found = await seen(target);
    if ("says" in found) throw new Error(`A person cannot click here: ${found.says}.`);
    return found;
  }
  async function point(target: Locator): Promise<void> {
    const { x, y } = await look(target);
    await page.mouse.click(x, y);
  }
  async function scrollTo(target: Locator): Promise<void> {
    await target.waitFor();
    const until = performance.now() + looks;
    for (let turn = 0; performance.now() < until; turn++) {
      const now = await inSight(target);
      if ("x" in now) break;
      if (turn === 0) counted.scrolls++;
      const step = Math.sign(now.below || 1) * Math.max(60, Math.min(Math.abs(now.below), 400));
      await page.mouse.wheel(0, step);
      await pass(40);
    }
    await look(target);
  }
  const control = (label: string): Locator =>
    page
      .locator("[role=radiogroup], select, textarea, input:not([type=radio])")
      .and(page.getByLabel(label, { exact: true }));

  const person: Person = {
    page,
    language,
    book,
    counted,
    says,
    look: async (target) => void (await look(target)),
    scrollTo,
    click: async (target) => {
      await between(300, 900);
      await point(target);
      counted.clicks++;
    },
    type: async (target, words) => {
      await point(target);
      await page.keyboard.press("ControlOrMeta+a");
      if (words === "") await page.keyboard.press("Delete");
      for (const letter of words) {
        await page.keyboard.type(letter);
        await between(80, 150);
      }
      counted.fields++;
      await between(1000, 3000);
    },
    pick: async (target, answer) => {
      await look(target);
      const option = target.locator("option").filter({ hasText: answer });
      await option.first().waitFor({ state: "attached" });
      const found = await option.evaluateAll((all) =>
        all.map((one) => ({ words: one.textContent.trim(), value: (one as HTMLOptionElement).value })),
      );
      const value = (found.find(({ words }) => words === answer) ?? found[0])?.value ?? "";
      await target.focus();
      await target.selectOption(value);
      counted.fields++;
      await between(1000, 3000);
    },
    press: async (key) => {
      await page.keyboard.press(key);
      counted.keys++;
      await between(80, 150);
    },
    field: (table, name) => {
      const field = tableNamed(table).fields.find((one) => one.name === name);
      if (field === undefined) throw new Error(`${table} has no field ${name}`);
      return control(labelWithUnit(book, table, field));
    },
    answer: async (table, field, cell) => {
      const target = person.field(table, field);
      await target.waitFor();
      if ("says" in (await inSight(target))) await scrollTo(target);
      const role = await target.evaluate((one) => one.getAttribute("role") ?? one.tagName.toLowerCase());
      const words = book.cell(table, field, cell);
      if (role === "radiogroup") {
        await point(target.getByRole("radio", { name: words, exact: true }));
        counted.fields++;
        await between(1000, 3000);
      } else if (role === "select") await person.pick(target, words);
      else await person.type(target, typedBy(language, cell));
    },
    think: () => between(1000, 3000),
    draftSaved: async () => {
      await page.getByText(says(/^Draft saved/, /^Entwurf gespeichert/)).waitFor();
      await between(500, 1500);
    },
    saved: async () => {
      await page.getByText(says(/^Saved/, /^Gespeichert/)).waitFor();
    },
  };
  return person;
}

/** A cell as a person of the country types it: `12.5.2009`, and in German `31,5`. */
export function typedBy(language: Language, cell: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(cell) ?? [];
  if (year !== undefined) return `${day === undefined ? "" : `${Number(day)}.`}${Number(month)}.${year}`;
  return language === "de" ? cell.replace(/^(\d+)\.(\d+)$/, "$1,$2") : cell;
}
