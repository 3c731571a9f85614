import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";

const SOURCES = join(import.meta.dirname, "../src");

/** A text that a German page shows or reads out, and the English words in it. */
export interface EnglishText {
  readonly text: string;
  readonly words: readonly string[];
}

/** Words that German pages may show: names of programs and files, and words that are German too. */
const ALLOWED = new Set(
  [
    // Of the switch that a reader of English looks for, and the languages by their own names.
    ...["language", "english", "osteon", "export", "import", "software"],
    // Names: of formats, programs, tests and methods.
    ...["zip", "xlsx", "csv", "json", "ndjson", "markdown", "word", "svg", "png", "excel", "source", "charts", "read"],
    ...["dataset", "kaplan", "meier", "cox", "log", "rank", "score", "openid", "connect", "totp", "set"],
    // Words of clinical German.
    ...[
      "in",
      "name",
      "status",
      "person",
      "monitor",
      "monitoring",
      "region",
      "person",
      "code",
      "team",
      "an",
      "am",
      "was",
      "so",
      "per",
    ],
    ...[
      "die",
      "war",
      "hat",
      "bin",
      "will",
      "man",
      "not",
      "art",
      "also",
      "boden",
      "link",
      "links",
      "text",
      "arm",
      "form",
    ],
    ...[
      "tag",
      "alter",
      "fest",
      "rest",
      "minute",
      "minuten",
      "mail",
      "index",
      "extra",
      "start",
      "standard",
      "normal",
      "hand",
      "online",
      "offline",
    ],
  ].map((word) => word.toLowerCase()),
);

/** What German clinicians say in English: sentences, and the name of the plans of treatment on which they agreed. */
const PHRASES = ["lost to follow-up", "Consensus Treatment Plans"];

/** Words by which English is known wherever they stand. */
const FUNCTION_WORDS = (
  "the of and is are were been be has have had with without from this that these those there their they it its your you " +
  "which who whom whose what when where while because but or if than then not no yes any each every all some both neither " +
  "can cannot could should would must may might will shall do does did done for by at on to into out over under after before " +
  "since until between among about as only once again already still yet just here show shown choose chosen enter entered " +
  "change changed delete deleted save saved read row rows field fields child children open close closed answer answered " +
  "missing value values year years month months week weeks day days first last next new file files visit visits number"
).split(" ");

/** Every English word that the app says otherwise in German: of each pair of texts, the words of one that the other has not. */
async function wordsOfApp(): Promise<ReadonlySet<string>> {
  const english = new Set<string>();
  const german = new Set<string>();
  for (const path of readdirSync(SOURCES, { recursive: true, encoding: "utf8" })) {
    if (!/words\.ts$/.test(path)) continue;
    const module = (await import(pathToFileURL(join(SOURCES, path)).href)) as Record<string, unknown>;
    for (const pairs of Object.values(module)) {
      if (typeof pairs !== "object" || pairs === null) continue;
      for (const pair of Object.values(pairs)) {
        if (!Array.isArray(pair) || pair.length !== 2) continue;
        const [one, other] = pair.map(saidBy);
        for (const word of wordsIn(one ?? "")) english.add(word);
        for (const word of wordsIn(other ?? "")) german.add(word);
      }
    }
  }
  return new Set([...english].filter((word) => !german.has(word)));
}

/** The letters of a text; of a function, those of its own source, in which its words stand. */
const saidBy = (said: unknown): string =>
  typeof said === "function"
    ? [...String(said).matchAll(/[`"]([^`"]*)[`"]/g)]
        .map(([, text = ""]) => text.replaceAll(/\$\{[^}]*\}/g, " "))
        .join(" ")
    : typeof said === "string"
      ? said
      : "";

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

let known: Promise<ReadonlySet<string>> | undefined;

/**
 * What a German page says in English: in its text, its names for screen readers, its titles, placeholders and the title of
 * the document. Names in `backticks` and what people `typed` is theirs. Where an element says that it is in another language (results, protocol, what people typed), it is left out.
 */
export async function englishOn(page: Page, typed: readonly string[] = []): Promise<readonly EnglishText[]> {
  known ??= wordsOfApp();
  const english = new Set([...(await known), ...FUNCTION_WORDS].filter((word) => !ALLOWED.has(word)));
  const texts = await page.evaluate<readonly string[]>(COLLECT);
  return texts.flatMap((text) => {
    const own = [...PHRASES, ...typed].reduce(
      (rest, name) => rest.replaceAll(name, " "),
      text.replaceAll(/`[^`]*`/g, " "),
    );
    const words = [...new Set(wordsIn(own).filter((word) => english.has(word)))];
    return words.length === 0 ? [] : [{ text: text.slice(0, 120), words }];
  });
}

/** Runs in the page. Code, what was typed, and names of things (`mono`, a field behind its label) are not words of the app. */
const COLLECT = `(() => {
  const found = new Set([document.title]);
  const foreign = (element) => {
    const named = element.closest("[lang]");
    return (named !== null && named.lang !== "de") || element.closest("code, pre, .mono, [translate=no], datalist, script, style") !== null;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || foreign(element) || (node.nodeValue ?? "").trim() === "") continue;
    if (element.tagName === "OPTION" && /^ ?\\([a-z0-9_]+\\)$/.test(node.nodeValue)) continue;
    if (element.closest("option") === null && element.checkVisibility !== undefined && !element.checkVisibility()) continue;
    found.add(node.nodeValue.trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [aria-description]"))
    if (!foreign(element))
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"])
        if (element.hasAttribute(name)) found.add(element.getAttribute(name));
  return [...found];
})()`;
