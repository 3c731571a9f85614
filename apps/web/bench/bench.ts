// How the web app feels on a large registry: `npm run bench -w apps/web -- [--patients 100000] [--rounds 7] [--out FILE]`
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { appoint } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { CENTRES, centreOf, inventCharts, patientOf } from "../../server/bench/invented-registry.ts";
import { runningServer } from "../../server/tests/running-server.ts";
import { onDevice, signInAt } from "../tests/app-in-browser.ts";
import { interaction, type Load, load, typed } from "./in-page.ts";

const { values } = parseArgs({
  options: {
    patients: { type: "string", default: "100000" },
    rounds: { type: "string", default: "7" },
    out: { type: "string" },
  },
});
const [patients, rounds] = [Number(values.patients), Number(values.rounds)];
const LARGEST_SCRIPT_KB = 300;
const SLOWEST_MS = 100;
const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b);
const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const met = (is: boolean): string => (is ? "met" : "**not met**");

const web = await builtWeb();
const server = await runningServer("server", { web });
const nurse = await server.person("bench", "investigator", centreOf(0));
for (let centre = 1; centre < CENTRES; centre++)
  await appoint(server.database, nurse.account, "investigator", centreOf(centre));
await inventCharts(server.database, patients, () => {});
const browser = await openChromium();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
await onDevice(page, "en");
const scripts = new Set<string>();
page.on("response", (answer) => {
  if (/\.js$/.test(new URL(answer.url()).pathname)) scripts.add(new URL(answer.url()).pathname);
});
await signInAt(page, server.address, "bench@example.org");
await page.locator(".patient-list a").first().waitFor();
const bytes = (ending: string): number =>
  [...scripts].reduce(
    (sum, path) => sum + (statSync(join(web, `${path}${ending}`), { throwIfNoEntry: false })?.size ?? 0),
    0,
  ) / 1000;

say(
  `# How the web app feels\n\nWritten by \`npm run bench -w apps/web\`: ${patients} invented children with six visits on PostgreSQL, Chromium, a shared machine of 2 cores; ${rounds} rounds.\n`,
);
say(
  `Script of the patient list, first load: ${bytes(".br").toFixed(0)} kB compressed (goal under ${LARGEST_SCRIPT_KB}: ${met(bytes(".br") < LARGEST_SCRIPT_KB)}), ${bytes("").toFixed(0)} kB raw, ${scripts.size} files; the whole app ${(
    readdirSync(join(web, "assets"))
      .filter((file) => file.endsWith(".js.br"))
      .reduce((sum, file) => sum + readFileSync(join(web, "assets", file)).length, 0) / 1000
  ).toFixed(0)} kB.\n`,
);
say(
  "| page, loaded anew | first paint ms | largest paint ms | usable ms (median, slowest) | layout shift |\n| --- | ---: | ---: | ---: | ---: |",
);
const child = patientOf(20);
const chart = `/centres/${encodeURIComponent(centreOf(20))}/patients/${child}`;
const PAGES = [
  ["patients", "/patients", ".patient-list a"],
  ["patient", chart, ".timeline a"],
  ["visit", `${chart}/visit/${child}-1`, ".row-form input"],
  ["schedule", "/schedule", "main table a"],
  ["data quality", "/quality", "main table"],
] as const;
for (const [name, path, wanted] of PAGES) {
  const loads: Load[] = [];
  for (let round = 0; round < rounds; round++) loads.push(await load(page, `${server.address}${path}`, wanted));
  const median = (of: "firstPaint" | "largestPaint" | "usable" | "shift") =>
    at(
      loads.map((one) => one[of]),
      0.5,
    );
  const slowest = Math.max(...loads.map(({ usable }) => usable));
  say(
    `| ${name} | ${median("firstPaint").toFixed(0)} | ${median("largestPaint").toFixed(0)} | ${median("usable").toFixed(0)}, ${slowest.toFixed(0)} | ${Math.max(...loads.map(({ shift }) => shift)).toFixed(3)} |`,
  );
}

say(
  `\n| interaction (goal under ${SLOWEST_MS} ms) | least ms | median ms | p95 ms | goal |\n| --- | ---: | ---: | ---: | --- |`,
);
async function repeated(name: string, times: number, turn: (n: number) => Promise<number>): Promise<void> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await turn(n));
  say(
    `| ${name} | ${at(taken, 0).toFixed(0)} | ${at(taken, 0.5).toFixed(0)} | ${at(taken, 0.95).toFixed(0)} | ${met(at(taken, 0.95) < SLOWEST_MS)} |`,
  );
}
const LIST = `${server.address}/patients`;
await load(page, LIST, ".patient-list a");
await repeated("arrow down in the list", 25, async (n) => {
  const next = `document.activeElement.closest("[data-line]")?.dataset.line === "${n + 1}"`;
  if (n === 0) await page.locator('[data-line="0"] a').focus();
  return await interaction(
    page,
    `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }))`,
    next,
  );
});
await repeated(
  "scrolling on by 400 px",
  25,
  async () =>
    await interaction(
      page,
      `window.scrollBy(0, 400); var wanted = Math.floor(window.scrollY / 41)`,
      `document.querySelector('[data-line="' + wanted + '"]')`,
    ),
);
let most = 0;
for (let n = 0; n < 40; n++) {
  await page.mouse.wheel(0, 2000);
  await page.waitForTimeout(20);
  most = Math.max(most, await page.locator("[data-line]").count());
}
await repeated("pseudonym typed, until the list is the one asked for", 20, async (n) => {
  const begins = patientOf((4000 + n * 61) % patients).slice(0, 7);
  return await interaction(
    page,
    `window.scrollTo(0, 0); ${typed('input[type="search"]', begins)}`,
    `document.querySelector('[data-line="0"] a')?.textContent.includes("${begins}")`,
  );
});
await repeated("the same asked of the interface alone", 20, async (n) => {
  const began = performance.now();
  await nurse("GET", `/api/patients?limit=200&contains=${patientOf((4000 + n * 61) % patients).slice(0, 7)}`);
  return performance.now() - began;
});
await repeated("a child opened from the list, until its course is drawn", 15, async (n) => {
  await page.goto(`${LIST}?contains=${patientOf((20 * (n + 2)) % patients)}`);
  await page.locator('[data-line="0"] a').waitFor();
  return await interaction(
    page,
    `document.querySelector('[data-line="0"] a').click()`,
    `document.querySelector(".timeline a")`,
  );
});
await page.goto(`${server.address}${chart}/visit/new`);
await page.locator(".row-form input").first().waitFor();
await repeated("a key in a form, until its check is seen", 25, async (n) => {
  const words = n % 2 === 0 ? "11" : "12";
  return await interaction(
    page,
    typed('[aria-label="Pain (0–10)"]', words),
    `document.querySelector("main").innerText.includes("${words} cannot be")`,
  );
});
say(`\nMost lines of the list in the page while it was scrolled by 80,000 px: ${most}.`);
await browser.close();
await server.end();
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
process.exit(0);
