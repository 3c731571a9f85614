import type { Page } from "playwright-core";
import * as inPage from "./layout-in-page.ts";

const SOURCE = Object.values(inPage).map(String).join("\n");

/** What on a page is cut, lies over something else, or lies beside the window. */
export const layoutFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => { ${SOURCE}\nreturn faultsInPage(); })()`);
