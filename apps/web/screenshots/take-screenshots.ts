import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { onDevice, PASSWORD, signInAt, startOsteon } from "../tests/app-in-browser.ts";
import { PAGES, runOf } from "./pages.ts";

const WIDTHS = [390, 1280, 1920] as const;
const THEMES = ["light", "dark"] as const;
/** Taller pages are cut: what nobody sees at once is not a picture. */
const TALLEST = 2400;
const ADMINISTRATOR = "admin@osteon.localhost";

/**
 * `npm run screenshots [-- FOLDER]`: every page at three widths in both themes, of the invented Dresden cohort. The pictures
 * are for looking at: what is drawn badly is seen here first.
 */
const out = resolve(process.argv[2] ?? "out/screenshots");
await mkdir(out, { recursive: true });
const osteon = await startOsteon();
const browser = await openChromium();
try {
  await choosePassword(browser, osteon.link);
  for (const theme of THEMES) {
    for (const width of WIDTHS) await takeAll(browser, theme, width);
  }
} finally {
  await browser.close();
  await osteon.end();
}
process.stdout.write(`${PAGES.length * WIDTHS.length * THEMES.length} pictures in ${out}\n`);

async function choosePassword(inBrowser: Browser, link: string): Promise<void> {
  const page = await inBrowser.newPage();
  await onDevice(page, "en");
  await page.goto(link);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("navigation").first().waitFor();
  await page.close();
}

async function takeAll(inBrowser: Browser, theme: (typeof THEMES)[number], width: number): Promise<void> {
  const page = await inBrowser.newPage({ viewport: { width, height: 1000 }, reducedMotion: "reduce" });
  await onDevice(page, "en", theme);
  await signInAt(page, osteon.address, ADMINISTRATOR);
  const run = await runOf(page, osteon.address);
  for (const { name, path, prepare } of PAGES) {
    await page.goto(`${osteon.address}${path.replace("$run", run)}`);
    await page.waitForLoadState("networkidle");
    await prepare?.(page);
    await page.evaluate("scrollTo(0, 0)");
    await shoot(page, join(out, `${name}-${width}-${theme}.png`), width);
  }
  await page.close();
}

async function shoot(page: Page, path: string, width: number): Promise<void> {
  const tall = await page.evaluate<number>("document.documentElement.scrollHeight");
  await page.setViewportSize({ width, height: Math.min(tall, TALLEST) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height: 1000 });
}
