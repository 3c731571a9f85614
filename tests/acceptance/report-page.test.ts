import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "./chromium.ts";
import { studyRun } from "./study-run.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SIZES = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } } as const;

let browser: Browser;
const run = await studyRun();
const address = pathToFileURL(join(run, "report", "index.html")).href;

before(async () => {
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
});

async function opened(size: keyof typeof SIZES, colorScheme: "light" | "dark"): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZES[size], colorScheme });
  await page.goto(address);
  return page;
}

/** Each size and each theme once; in `npm run test:soak` each size in each theme. */
const THEMES =
  process.env.OSTEON_SOAK === undefined
    ? ({ phone: ["dark"], laptop: ["light"] } as const)
    : ({ phone: ["light", "dark"], laptop: ["light", "dark"] } as const);
for (const size of ["phone", "laptop"] as const) {
  for (const theme of THEMES[size]) {
    test(`axe finds nothing on the report, ${size}, ${theme}, and the page itself does not scroll sideways`, async () => {
      const page = await opened(size, theme);
      await page.evaluate("for (const calls of document.querySelectorAll('details')) calls.open = true;");
      await page.evaluate(AXE);
      const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)",
      );
      const text = found
        .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map(({ html }) => html.slice(0, 160))}`)
        .join("\n");
      assert.deepEqual(found.length, 0, text);
      const [content, window] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, innerWidth]",
      );
      assert.ok(content <= window, `${content} px in a window of ${window}`);
      await page.close();
    });
  }
}

for (const size of ["phone", "laptop"] as const)
  test(`every part of the report is in its menu, none cut at the edge, ${size}; a part that is chosen is not under it`, async () => {
    const page = await opened(size, "light");
    const menu = page.getByRole("navigation", { name: "Parts of the report" });
    const cut = await menu.getByRole("link").evaluateAll((links) =>
      links
        .map((link) => ({ says: link.textContent, at: link.getBoundingClientRect() }))
        .filter(({ at }) => at.left < 0 || at.right > innerWidth)
        .map(({ says }) => says),
    );
    assert.deepEqual(cut, []);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await menu.getByRole("link", { name: "Predictors" }).click();
    const [head, below] = await page.evaluate<[number, number]>(
      `[document.querySelector("#predictor-title").getBoundingClientRect().top, document.querySelector("nav").getBoundingClientRect().bottom]`,
    );
    assert.ok(head >= Math.max(0, below), `heading at ${head}, menu to ${below}`);
    await page.close();
  });

test("the report asks for no other file and says that its children are invented, on screen and on paper", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  assert.deepEqual(asked, [address]);
  const notice = readFileSync(new URL("../../studies/schnabel-2017/cohort/notice.txt", import.meta.url), "utf8").trim();
  assert.equal(await page.locator("p.notice").textContent(), notice);
  assert.ok((await page.content()).includes(`@top-center{content:"${notice}"`));
  await page.close();
});

test("every number of the report names a result that exists, with the value that results.json gives it", async () => {
  const page = await opened("laptop", "light");
  const { results } = JSON.parse(readFileSync(join(run, "results.json"), "utf8"));
  const values = new Map<string, unknown>(results.map(({ id, value }: { id: string; value: unknown }) => [id, value]));
  const shown = await page.evaluate<[string, string][]>(
    "[...document.querySelectorAll('data[data-result]')].map((number) => [number.dataset.result, number.title])",
  );
  assert.ok(shown.length > 400);
  for (const [id, title] of shown) {
    assert.ok(values.has(id), id);
    assert.ok(title.startsWith(`${id} = ${values.get(id) ?? "not estimable"} `), title);
  }
  await page.close();
});

test("the filter shows the contradictions alone, and everything again", async () => {
  const page = await opened("laptop", "light");
  const visible = () => page.locator("#table-comparison tr[data-verdict]:visible").count();
  const all = await visible();
  await page.getByRole("button", { name: /contradicts itself/ }).click();
  const contradictions = await page.locator('#table-comparison tr[data-verdict="contradiction"]').count();
  assert.equal(await visible(), contradictions);
  assert.ok(contradictions > 0 && contradictions < all);
  await page.getByRole("button", { name: /^All/ }).click();
  assert.equal(await visible(), all);
  await page.close();
});

test("the Word document is whole: every part parses, pictures and repeated head rows are there, and the notice on each page", async () => {
  const parts = unzipSync(readFileSync(join(run, "report", "report.docx")));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  const page = await browser.newPage();
  for (const name of Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part))) {
    const mistakes = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, "application/xml").querySelectorAll("parsererror").length,
      text(name),
    );
    assert.equal(mistakes, 0, name);
  }
  await page.close();
  const pictures = Object.keys(parts).filter((name) => /^word\/media\/.+\.png$/.test(name));
  assert.equal(
    pictures.length,
    readdirSync(join(run, "report", "figures")).filter((name) => name.endsWith(".png")).length,
  );
  const tables = text("word/document.xml").match(/<w:tbl>/g)?.length;
  assert.equal(text("word/document.xml").match(/<w:tblHeader\/>/g)?.length, tables);
  assert.match(text("word/header1.xml"), /no real patients/);
});
