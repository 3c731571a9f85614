import type { Browser, Page } from "playwright-core";

/** A file of the registry that runs nothing, where a page that was given back waits: of the same site, so that its process and what that has read stay. */
const RESTING = "/osteon.svg";
const DESK = { width: 1280, height: 900 };
/** What a test listens to at a page or its context. */
const HEARD = [
  "console",
  "dialog",
  "download",
  "pageerror",
  "popup",
  "request",
  "requestfailed",
  "requestfinished",
  "response",
] as const;

const free = new WeakMap<Browser, Map<string, Page[]>>();

/**
 * A page that the last test has given back by closing it, or a new one: to load the app where it was loaded before
 * costs 0.2 s of a core, elsewhere 0.5. It comes without anything of whoever had it: cookies, storage, routes, size, listeners.
 * A page to which something was done that cannot be taken back is closed indeed.
 */
export async function lendPage(
  browser: Browser,
  address: string,
  language: "en" | "de",
  open: () => Promise<Page>,
): Promise<Page> {
  const resting = restingAt(browser, `${address} ${language}`);
  const page = resting.pop() ?? (await newLent(address, await open(), resting));
  await page.evaluate((chosen) => localStorage.setItem("osteon.language", chosen), language);
  return page;
}

function restingAt(browser: Browser, key: string): Page[] {
  const pages = free.get(browser) ?? new Map<string, Page[]>();
  free.set(browser, pages);
  const resting = pages.get(key) ?? [];
  pages.set(key, resting);
  return resting;
}

async function newLent(address: string, page: Page, resting: Page[]): Promise<Page> {
  await page.goto(address + RESTING);
  let isChanged = false;
  for (const [target, name] of [
    [page, "addInitScript"],
    [page, "exposeFunction"],
    [page.clock, "install"],
  ] as const) {
    const own: (...words: never[]) => unknown = Reflect.get(target, name).bind(target);
    Reflect.set(target, name, (...words: never[]) => {
      isChanged = true;
      return own(...words);
    });
  }
  const context = page.context();
  const close = context.close.bind(context);
  // One page is lent with its context, and whichever of the two is closed ends both.
  const giveBack = async (): Promise<void> => {
    if (isChanged || page.isClosed() || !(await isAtRest(page, address))) return await close();
    if (!resting.includes(page)) resting.push(page);
  };
  page.close = giveBack;
  context.close = giveBack;
  return page;
}

async function isAtRest(page: Page, address: string): Promise<boolean> {
  const context = page.context();
  try {
    for (const other of context.pages()) if (other !== page) await other.close();
    for (const event of HEARD) page.removeAllListeners(event);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.setOffline(false);
    await page.goto(address + RESTING);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await context.clearCookies();
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
    await page.setViewportSize(DESK);
    return true;
  } catch {
    // Its server has ended before it.
    return false;
  }
}
