import type { Page } from "playwright-core";

/** What a browser says of the load of a page, milliseconds from the beginning of the navigation. */
export interface Load {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** When what the page is for was there and could be used. */
  readonly usable: number;
  /** Cumulative layout shift, without unit. */
  readonly shift: number;
}

const PAINTS = `new Promise((resolve) => {
  const told = { largestPaint: 0, shift: 0 };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) told.largestPaint = one.startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) told.shift += one.value; }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => resolve({ ...told, firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 }), 0));
})`;

/** Opens an address anew and waits until `wanted` can be used. */
export async function load(page: Page, address: string, wanted: string): Promise<Load> {
  await page.goto(address, { waitUntil: "commit" });
  await page.locator(wanted).first().waitFor();
  const usable = await page.evaluate<number>("performance.now()");
  await page.waitForLoadState("networkidle");
  const told = await page.evaluate<Omit<Load, "usable">>(PAINTS);
  return { ...told, usable };
}

/**
 * From an act to the next frame in which `done` holds, measured inside the page, so that the way to the browser does not
 * count; milliseconds. Both are JavaScript: `act` does something, `done` says whether it is to be seen.
 */
export async function interaction(page: Page, act: string, done: string): Promise<number> {
  return await page.evaluate<number>(`new Promise((resolve, reject) => {
    const began = performance.now();
    ${act};
    const look = () => {
      if (${done}) return requestAnimationFrame(() => resolve(performance.now() - began));
      if (performance.now() - began > 20000) return reject(new Error("nothing came"));
      requestAnimationFrame(look);
    };
    look();
  })`);
}

/** Types into a box as React hears it. */
export const typed = (selector: string, words: string): string =>
  `{ const box = document.querySelector(${JSON.stringify(selector)});
     Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, ${JSON.stringify(words)});
     box.dispatchEvent(new Event("input", { bubbles: true })); }`;
