import type { Browser } from "playwright-core";

/** A picture of a page, and what is written above it. */
export interface Picture {
  readonly says: string;
  readonly width: number;
  readonly jpeg: Buffer;
}

/** So wide a sheet is, and so much of their size the pictures keep: small letters can still be read. */
const SHEET = 3000;
const SCALE = 0.5;

/** All pictures of one page on one PNG, row by row. */
export async function contactSheet(
  browser: Browser,
  title: string,
  rows: readonly (readonly Picture[])[],
  path: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: SHEET, height: 600 } });
  const figure = ({ says, width, jpeg }: Picture): string =>
    `<figure><figcaption>${says}</figcaption><img width="${width * SCALE}" src="data:image/jpeg;base64,${jpeg.toString("base64")}"></figure>`;
  await page.setContent(`<!doctype html><style>
      body { margin: 16px; background: #777; font: 14px sans-serif; color: #fff }
      section { display: flex; flex-wrap: wrap; align-items: start; gap: 14px; margin-bottom: 20px }
      figure { margin: 0 } img { display: block }</style>
    <h1>${title}</h1>${rows.map((row) => `<section>${row.map(figure).join("")}</section>`).join("")}`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
