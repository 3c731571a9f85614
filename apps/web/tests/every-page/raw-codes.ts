import type { Page } from "playwright-core";

/** What slips out of a program instead of words. */
const CODES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["no value", /\bundefined\b|\bNaN\b|\[object |\bInvalid Date\b|\bInfinity\b/],
  ["number of a result", /\b[\w-]+(\.[\w-]+)+@\w+\b(?!\.)/],
  ["code", /\b[a-z]+_[a-z_]+\b/],
];

/** Texts that show a program's names. What stands in `mono` or as code is a name of a file, a column or a result on purpose. */
export async function rawCodes(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || element.closest("code, pre, .mono, [translate=no], script, style, noscript") !== null)
        continue;
      if (element.tagName === "OPTION" && /^ ?\([a-z0-9_]+\)$/.test(node.nodeValue ?? "")) continue;
      if (element.closest("option") !== null || element.checkVisibility()) found.add((node.nodeValue ?? "").trim());
    }
    return [...found];
  });
  return texts.flatMap((text) =>
    CODES.filter(([, pattern]) => pattern.test(text.replaceAll(/`[^`]*`/g, " "))).map(
      ([kind]) => `raw ${kind}: "${text.slice(0, 90)}"`,
    ),
  );
}
