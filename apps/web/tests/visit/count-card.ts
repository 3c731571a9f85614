import { openChromium } from "../../../../tests/acceptance/chromium.ts";
import { CENTRE, CHILD, leavesTheCard } from "../../../server/tests/encounter/visit-card.ts";
import { signedInPage } from "../signed-in-page.ts";
import { emptyStudyServer, importCohort } from "../study-server.ts";
import { cardOnOnePage } from "./card-by-hand.ts";
import { cardInRows } from "./card-in-rows.ts";
import { actionsOf, handAt } from "./counted-hand.ts";

// `npm run visit-card [-- page|rows]`: enters the visit card in a real browser, and prints how many keys and clicks it took.
const WAYS = { page: cardOnOnePage, rows: cardInRows } as const;
const asked = process.argv.slice(2);
for (const [way, enter] of Object.entries(WAYS)) {
  if (asked.length > 0 && !asked.includes(way)) continue;
  const server = await emptyStudyServer();
  const browser = await openChromium();
  try {
    await importCohort(await server.person("dana", "data_manager", CENTRE));
    const nora = await server.person("nora", "study_nurse", CENTRE);
    const at = `/centres/${CENTRE}/patients/${CHILD}`;
    const chart = async () => (await nora("GET", `/api${at}`)).json.rows as Parameters<typeof leavesTheCard>[0];
    const was = await chart();
    const page = await signedInPage(browser, server, nora);
    page.setDefaultTimeout(20_000);
    await page.goto(`${server.address}${at}`);
    await page.getByRole("link", { name: "Chart", exact: true }).waitFor();
    const hand = await handAt(page);
    await enter(hand);
    const { keys, clicks, scrolls, characters } = await hand.counted();
    leavesTheCard(was, await chart());
    process.stdout.write(
      `${way}: ${actionsOf({ keys, clicks, scrolls, characters })} actions: ${keys} keys, ${clicks} clicks, ${scrolls} scrolls, beside ${characters} characters of values\n`,
    );
  } finally {
    await browser.close();
    await server.end();
  }
}
