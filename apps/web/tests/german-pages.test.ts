import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { PAGES, runOf } from "../screenshots/pages.ts";
import { englishOn } from "./german-pages.ts";
import { signedInPage } from "./signed-in-page.ts";
import { studyServer } from "./study-server.ts";

describe("German to the end", () => {
  let server: Awaited<ReturnType<typeof studyServer>>;
  let browser: Browser;
  let page: Page;
  let run = "";
  before(async () => {
    [server, browser] = await Promise.all([studyServer(), openChromium()]);
    page = await signedInPage(browser, server, await server.person("mina", "data_manager", "Dresden"), "de");
    run = await runOf(page, server.address);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  for (const { name, path } of PAGES)
    test(`${name} says nothing in English of its own`, async () => {
      await page.goto(`${server.address}${path.replace("$run", run)}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await englishOn(page, ["manager"]), []);
    });

  test("an English text is found, in sight, in a name for screen readers and in a placeholder", async () => {
    await page.goto(`${server.address}/paper`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.evaluate(`document.body.insertAdjacentHTML("beforeend",
      '<p>Choose the file</p><button aria-label="Show more">x</button><input placeholder="Type your answer"><p lang="en">left out of it</p>')`);
    assert.deepEqual(
      (await englishOn(page)).map(({ text }) => text),
      ["Choose the file", "Show more", "Type your answer"],
    );
  });
});
