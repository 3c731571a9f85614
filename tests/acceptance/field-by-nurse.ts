// Run in a copy of the repository to which a field was added, on the store that `field-everywhere.ts` filled: how a nurse answers it, as JSON.
import { openEmbedded, serveAs } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import { serving } from "../../apps/server/tests/running-server.ts";
import { signedInPage } from "../../apps/web/tests/signed-in-page.ts";
import { openChromium } from "./chromium.ts";

const [store = ""] = process.argv.slice(2);
const CHILD = "/centres/Ulm/patients/P-1";

const database = await openEmbedded(store);
await serveAs(database, { owner: store });
const [server, browser] = await Promise.all([builtWeb().then((web) => serving(database, { web })), openChromium()]);
try {
  const nora = await server.person("nora", "study_nurse", "Ulm");
  const page = await signedInPage(browser, server, nora, "de");
  page.setDefaultTimeout(30_000);
  await page.goto(server.address + CHILD);
  await page.getByRole("link", { name: "Visite erfassen" }).click();
  const question = page.getByRole("radiogroup", { name: "Grippeimpfung", exact: true });
  const answer = question.getByRole("radio", { name: "Ja", exact: true });
  await page.locator("[data-field=visited_on] input").fill("1.10.2013");
  await answer.check();
  await page.getByRole("button", { name: "Abschließen" }).click();
  await page.locator("[data-save-state=saved]").waitFor();
  // What is stored is what a page that is opened anew shows.
  await page.reload();
  await answer.waitFor();
  const shown = await answer.isChecked();
  const chart = (await nora("GET", `/api${CHILD}`)).json.rows as {
    readonly table: string;
    readonly status: string;
    readonly cells: Readonly<Record<string, string>>;
  }[];
  const row = chart.find(({ table, cells }) => table === "visit" && cells.visited_on === "2013-10-01");
  console.log(JSON.stringify({ shown, status: row?.status, stored: row?.cells.influenza_vaccinated }));
} finally {
  await browser.close();
  await server.stop();
  await database.close();
}
