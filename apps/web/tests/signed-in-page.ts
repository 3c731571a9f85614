import { buffer } from "node:stream/consumers";
import type { Browser, Download, Page } from "playwright-core";
import type { Client, RunningServer } from "../../server/tests/running-server.ts";
import { onDevice, PATIENCE } from "./app-in-browser.ts";
import { lendPage } from "./lent-pages.ts";

/**
 * A page of the app as a person sees it who is signed in already, on a device that has seen nobody. The other pages are not
 * loaded ahead, nor laid down on the device, which costs as much again as a third of the page, except for `offline`.
 */
export async function signedInPage(
  browser: Browser,
  { address }: Pick<RunningServer, "address">,
  { cookie }: Client,
  language: "en" | "de" = "en",
  { offline = false } = {},
): Promise<Page> {
  const page = offline
    ? await newPage(browser, language, "allow")
    : await lendPage(browser, address, language, () => newPage(browser, language, "block"));
  await page.context().addCookies(
    cookie.split("; ").map((one) => {
      const place = one.indexOf("=");
      return { name: one.slice(0, place), value: one.slice(place + 1), url: address };
    }),
  );
  if (offline) await onDevice(page, language);
  return page;
}

async function newPage(browser: Browser, language: "en" | "de", serviceWorkers: "allow" | "block"): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: language === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    acceptDownloads: true,
    serviceWorkers,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  if (serviceWorkers === "block")
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  return page;
}

/** Changes the theme of an open page as the menu would. */
export const inTheme = (page: Page, theme: "light" | "dark"): Promise<void> =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen;
  }, theme);

/** What was downloaded; of a browser that several files share there is no path to read it at. */
export const downloaded = async (download: Download): Promise<Buffer> =>
  await buffer(await download.createReadStream());
