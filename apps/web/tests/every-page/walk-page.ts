import type { Browser, Page } from "playwright-core";
import { PATIENCE, violations } from "../app-in-browser.ts";
import { englishOn } from "../german-pages.ts";
import { layoutFaults } from "./layout-faults.ts";
import { rawCodes } from "./raw-codes.ts";
import { pageOf, type SeenRegistry } from "./registries.ts";
import type { SeenPage } from "./seen-page.ts";
import { SIZES, type Way } from "./ways.ts";

/** What invented people are called and wrote. */
const NAMES = ["@example.org", "O-COURSE", "Was the child weighed with shoes?", "monitored on 1 June"];
const LOADS = ".waiting[role=status]";
const LANGUAGE = ".frame-language select";

/** A page of the browser on which one page of the app after the other is opened; nothing moves on it, and nothing is kept of it. */
export async function newSeenPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: "en-GB", timezoneId: "Europe/Berlin", reducedMotion: "reduce", serviceWorkers: "block" },
  });
  const page = await context.newPage();
  // Pages are opened by their address here: none is loaded ahead.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Opens a page as its person, in English on a desk, and does what is to be done on it. */
export async function openSeenPage(page: Page, registry: SeenRegistry, seen: SeenPage): Promise<void> {
  await pageOf(registry, seen.as, page);
  await page.setViewportSize(SIZES.desk);
  const address = `${registry.address}${await seen.path(registry)}`;
  await page.unrouteAll();
  // From a picture, so that the page is loaded anew also where only the part after # differs; of the same address, for which the process of the page will do.
  await page.goto(`${registry.address}/osteon.svg`);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    localStorage.setItem("osteon.language", "en");
  });
  await page.goto(address);
  await quiet(page);
  await seen.prepare?.(page, registry);
}

/** Nothing is being loaded, and nothing more is to be drawn. */
async function quiet(page: Page): Promise<void> {
  await page.locator("h1, h2").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction((loads) => document.querySelector(loads) === null, LOADS);
  await drawn(page);
}

const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** The tabs of a page by their addresses, which tell whether another page led here, and the one that is shown. */
export const tabsOn = (page: Page): Promise<{ readonly here: string; readonly all: readonly string[] }> =>
  page.evaluate(() => {
    const tabOf = ({ href }: HTMLAnchorElement): string => {
      const { pathname, searchParams } = new URL(href);
      return `${pathname} ${searchParams.get("tab") ?? ""}`;
    };
    const links = [...document.querySelectorAll<HTMLAnchorElement>("nav.tabs a")];
    return {
      here: links
        .filter((link) => link.getAttribute("aria-current") === "page")
        .map(tabOf)
        .join(" "),
      all: links.map(tabOf),
    };
  });

/** Turns an open page into another size, theme or language, as a person does who goes on working on it. */
export async function turn(page: Page, { size, theme, language }: Way): Promise<void> {
  await page.setViewportSize(SIZES[size]);
  const reload = await page.evaluate(
    ([selector, wanted, dark]) => {
      document.documentElement.dataset.theme = dark as string;
      if (document.documentElement.lang === wanted) return false;
      const choice = document.querySelector<HTMLSelectElement>(selector as string);
      localStorage.setItem("osteon.language", wanted as string);
      localStorage.setItem("osteon.theme", dark as string);
      const before = document.querySelector<HTMLButtonElement>(`.languages [lang=${wanted}]`);
      if (choice === null) {
        before?.click();
        return before === null;
      }
      // The box is React's: it hears of a value only where its own setter was passed by.
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(choice, wanted);
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      return false;
    },
    [LANGUAGE, language, theme],
  );
  if (reload) await page.reload();
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await page.waitForFunction((loads) => document.querySelector(loads) === null, LOADS);
  await drawn(page);
}

/** All that a machine finds on a page as it is now; by axe, which costs as much as the page, unless told otherwise. */
export async function faultsOn(
  page: Page,
  { language }: Way,
  seen: SeenPage,
  { axe = true } = {},
): Promise<readonly string[]> {
  return [
    ...(await layoutFaults(page)),
    ...(await rawCodes(page)).filter((one) => seen.tellsCodes !== true || !one.startsWith("raw code")),
    ...(axe ? await axeFaults(page) : []),
    ...(language === "de" ? await germanFaults(page, seen) : []),
  ];
}

/** What axe finds where nothing is scrolled under a bar that stays: it calls what lies there too small to be hit. */
const axeFaults = async (page: Page): Promise<readonly string[]> =>
  (await withoutBars(page, () => violations(page))).map((one) => `axe: ${one}`);

/** Does something while bars that stay in sight lie where they stand in the page. */
export async function withoutBars<T>(page: Page, work: () => Promise<T>): Promise<T> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("body *"))
      if (getComputedStyle(element).position === "sticky") {
        element.dataset.stuck = element.style.position;
        element.style.position = "static";
      }
  });
  const done = await work();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("[data-stuck]")) {
      element.style.position = element.dataset.stuck ?? "";
      delete element.dataset.stuck;
    }
  });
  return done;
}

export const germanFaults = async (page: Page, { typed = [] }: SeenPage): Promise<readonly string[]> =>
  (await englishOn(page, [...NAMES, ...typed])).map(({ text, words }) => `English (${words.join(", ")}): "${text}"`);
