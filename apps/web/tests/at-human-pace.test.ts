import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { PATIENCE } from "./app-in-browser.ts";
import { actionsOf, atHumanPace } from "./at-human-pace.ts";

/** The driver is held to what it promises, on a page of a few lines. */
describe("a person at the page", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    page.setDefaultTimeout(PATIENCE);
  });
  after(async () => await browser?.close());

  const show = (body: string) =>
    page.setContent(`<body style="margin:0">${body}<p id="said"></p><script>
      document.addEventListener("click", ({ target }) => (said.textContent += target.id + " "));
      var last = 0;
      document.addEventListener("keydown", ({ key, timeStamp }) => {
        if (key.length === 1 && last > 0) said.dataset.gaps = (said.dataset.gaps ?? "") + " " + (timeStamp - last);
        last = timeStamp;
      });
    </script></body>`);
  /** What is out of sight on these pages stays so. */
  const looksOnce = () => atHumanPace(page, { looks: 0 });
  const button = (name: string) => page.getByRole("button", { name });

  test("clicks what is seen, and counts it", async () => {
    await show('<button id="near">Near</button>');
    const person = atHumanPace(page);
    await person.click(button("Near"));
    assert.equal(await page.locator("#said").textContent(), "near ");
    assert.equal(actionsOf(person.counted), 1);
  });

  test("cannot click what lies outside the window, and says by how many pixels; scrolling to it is counted", async () => {
    await show('<div style="height:1493px"></div><button id="far">Far</button><div style="height:900px"></div>');
    await assert.rejects(looksOnce().click(button("Far")), /"Far" lies 897 px below the window of 800 x 600/);
    const person = atHumanPace(page);
    await person.scrollTo(button("Far"));
    await person.click(button("Far"));
    assert.deepEqual(person.counted, { clicks: 1, fields: 0, keys: 0, scrolls: 1 });
  });

  test("cannot click what is covered, scrolled out of its box, or drawn out of the window at a side", async () => {
    await show(`<button id="under">Under</button><div style="position:fixed;inset:0 0 auto;height:80px">Bar</div>`);
    const person = looksOnce();
    await assert.rejects(person.click(button("Under")), /"Under" is covered by "Bar"/);
    await show('<div style="height:50px;overflow:auto"><p style="height:200px"></p><button>In</button></div>');
    await assert.rejects(person.click(button("In")), /"In" is covered by/);
    await show('<button style="position:absolute;left:-300px;width:100px">Left</button>');
    await assert.rejects(person.click(button("Left")), /"Left" lies \d+ px left of the window/);
    assert.equal(actionsOf(person.counted), 0);
  });

  test("waits for what comes a moment later, as one who looks does", async () => {
    await show('<button id="late" style="position:absolute;top:2000px">Late</button>');
    const person = atHumanPace(page);
    await page.evaluate(`setTimeout(() => (late.style.top = "0"), 700)`);
    await person.click(button("Late"));
    assert.equal(await page.locator("#said").textContent(), "late ");
  });

  test("types at 80 to 150 ms a key, in place of what stood there", async () => {
    await show('<input aria-label="Weight" value="old">');
    const person = atHumanPace(page);
    const begun = performance.now();
    await person.type(page.getByLabel("Weight"), "31.5 kg!");
    assert.equal(await page.getByLabel("Weight").inputValue(), "31.5 kg!");
    const gaps = ((await page.locator("#said").getAttribute("data-gaps")) ?? "").trim().split(" ").slice(2).map(Number);
    // The first two are the keys that select what stood there and the first letter.
    assert.equal(gaps.length, 7);
    // A busy machine may be slower than a person, never faster.
    for (const gap of gaps) assert.ok(gap >= 75, `a key after ${gap} ms`);
    assert.ok(performance.now() - begun > 8 * 80 + 1000, "no pause after the field");
    assert.deepEqual(person.counted, { clicks: 0, fields: 1, keys: 0, scrolls: 0 });
  });
});
