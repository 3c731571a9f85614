import type { Browser, Page } from "playwright-core";
import type { Client, RunningServer } from "../../server/tests/running-server.ts";
import { onDevice, PATIENCE } from "./app-in-browser.ts";

/** A page of the app as a person sees it who is signed in already. */
export async function signedInPage(
  browser: Browser,
  { address }: RunningServer,
  { cookie }: Client,
  language: "en" | "de" = "en",
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: language === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    acceptDownloads: true,
  });
  await context.addCookies(
    cookie.split("; ").map((one) => {
      const place = one.indexOf("=");
      return { name: one.slice(0, place), value: one.slice(place + 1), url: address };
    }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await onDevice(page, language);
  return page;
}

/** Changes the theme of an open page as the menu would. */
export const inTheme = (page: Page, theme: "light" | "dark"): Promise<void> =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen;
  }, theme);
