import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../../tests/acceptance/chromium.ts";
import { CENTRE, CHILD, cardIsThere, leavesTheCard } from "../../../server/tests/encounter/visit-card.ts";
import type { Client } from "../../../server/tests/running-server.ts";
import { signedInPage } from "../signed-in-page.ts";
import { emptyStudyServer, importCohort, type StudyServer } from "../study-server.ts";
import { cardOnOnePage } from "./card-by-hand.ts";
import { actionsOf, handAt } from "./counted-hand.ts";

/** As many as the card may take. */
const MOST = 45;

/** A follow-up visit as a nurse has it on paper, entered in a real browser, every key and click of it counted by the page. */
describe("the visit card", { skip: cardIsThere ? false : "the card does not lie beside the repository" }, () => {
  let server: StudyServer;
  let browser: Browser;
  let nora: Client;
  before(async () => {
    [server, browser] = await Promise.all([emptyStudyServer(), openChromium()]);
    await importCohort(await server.person("dana", "data_manager", CENTRE));
    nora = await server.person("nora", "study_nurse", CENTRE);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  test(`on one page: at most ${MOST} keys and clicks beside the values, one request`, async (told) => {
    const at = `/centres/${CENTRE}/patients/${CHILD}`;
    const chart = async () => (await nora("GET", `/api${at}`)).json.rows as Parameters<typeof leavesTheCard>[0];
    const was = await chart();
    const page = await signedInPage(browser, server, nora);
    page.setDefaultTimeout(20_000);
    const writes: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      // What a visit tells back is asked by its rows and writes nothing.
      if (request.method() !== "GET" && !pathname.endsWith("/told-back"))
        writes.push(`${request.method()} ${pathname}`);
    });
    await page.goto(`${server.address}${at}`);
    await page.getByRole("link", { name: "Enter a visit" }).waitFor();
    const hand = await handAt(page);
    await cardOnOnePage(hand);
    const counted = await hand.counted();
    told.diagnostic(
      `one page: ${actionsOf(counted)} actions (${counted.keys} keys, ${counted.clicks} clicks, ${counted.scrolls} scrolls) beside ${counted.characters} characters of values`,
    );
    assert.deepEqual(writes, [`POST /api${at}/encounters`]);
    assert.ok(actionsOf(counted) <= MOST, JSON.stringify(counted));
    leavesTheCard(was, await chart());
    await page.context().close();
  });
});
