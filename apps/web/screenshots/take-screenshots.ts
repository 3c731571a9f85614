import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { SEEN_PAGES } from "../tests/every-page/pages.ts";
import { openSeenRegistry, REGISTRY_NAMES, type SeenRegistry } from "../tests/every-page/registries.ts";
import type { SeenPage } from "../tests/every-page/seen-page.ts";
import { newSeenPage, openSeenPage, turn, withoutBars } from "../tests/every-page/walk-page.ts";
import { SIZES, WAYS, wayName } from "../tests/every-page/ways.ts";
import { contactSheet, type Picture } from "./contact-sheet.ts";

/** Taller pages are cut: what nobody sees at once is not a picture. */
const TALLEST = 2400;

/**
 * `npm run screenshots [-- FOLDER [NAMES]]`: a contact sheet of every page, or of those whose names the pattern fits: in each
 * registry, at each size, light and dark, in both languages. They are for looking at: what is drawn badly is seen here first.
 */
const [folder = "out/screenshots", names = "."] = process.argv.slice(2);
const out = resolve(folder);
const wanted = SEEN_PAGES.filter(({ name }) => new RegExp(names).test(name));
await mkdir(out, { recursive: true });
const browser = await openChromium();
const sheets = new Map<string, (readonly Picture[])[]>(wanted.map(({ name }) => [name, []]));
for (const name of REGISTRY_NAMES) {
  const registry = await openSeenRegistry(name);
  const page = await newSeenPage(browser);
  for (const seen of wanted.filter(({ of }) => of.includes(name)))
    sheets.get(seen.name)?.push(await picturesOf(page, registry, seen));
  await page.close();
  await registry.end();
}
for (const [name, rows] of sheets) await contactSheet(browser, name, rows, join(out, `${name}.png`));
await browser.close();
process.stdout.write(`${sheets.size} sheets in ${out}\n`);

async function picturesOf(page: Page, registry: SeenRegistry, seen: SeenPage): Promise<readonly Picture[]> {
  await openSeenPage(page, registry, seen);
  const taken: Picture[] = [];
  for (const way of WAYS) {
    await turn(page, way);
    const { width } = SIZES[way.size];
    // A dialog is seen in its window; a page whole, with its bars where they end up.
    const isDialog = (await page.locator("dialog:modal").count()) > 0;
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const whole = { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) } };
    const jpeg = await withoutBars(page, () =>
      page.screenshot({ ...(isDialog ? {} : whole), type: "jpeg", quality: 85 }),
    );
    taken.push({ says: `${registry.name}: ${wayName(way)}`, width, jpeg });
  }
  return taken;
}
