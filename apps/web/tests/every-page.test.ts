import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { SEEN_PAGES } from "./every-page/pages.ts";
import { openSeenRegistry, REGISTRY_NAMES, type RegistryName, type SeenRegistry } from "./every-page/registries.ts";
import type { SeenPage } from "./every-page/seen-page.ts";
import { faultsOn, germanFaults, newSeenPage, openSeenPage, tabsOn, turn } from "./every-page/walk-page.ts";
import { WAYS, type Way, wayInTurn, wayName } from "./every-page/ways.ts";

const SOAK = process.env.OSTEON_SOAK !== undefined;
const ROUTER = readFileSync(new URL("../src/router.tsx", import.meta.url), "utf8");

test("every address of the router is in the list of pages, and no other", () => {
  const routes = [...ROUTER.matchAll(/(?:path:|inFrame\()\s*"(\/[^"]*)"/g)].map(([, path]) => path);
  assert.ok(routes.length > 10, routes.join(" "));
  assert.deepEqual([...new Set(SEEN_PAGES.map(({ route }) => route))].sort(), [...new Set(routes)].sort());
  assert.equal(new Set(SEEN_PAGES.map(({ name }) => name)).size, SEEN_PAGES.length, "no name stands for two");
});

/**
 * Every ninth page that is not like another in one registry and one way, in turn, with its German words; under `npm run test:soak` every page in every
 * registry that has it, in every way.
 */
const toSee = (registry: RegistryName): readonly (readonly [seen: SeenPage, ways: readonly Way[]])[] =>
  SEEN_PAGES.flatMap((seen, place) => {
    if (SOAK) return seen.of.includes(registry) ? [[seen, WAYS] as const] : [];
    if (seen.likeOthers === true || place % 9 !== 0) return [];
    const turned = place / 9;
    return seen.of[turned % seen.of.length] === registry ? [[seen, [wayInTurn(turned)]] as const] : [];
  });

describe("every page", { concurrency: 3 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openChromium();
  });
  after(async () => await browser?.close());

  for (const name of REGISTRY_NAMES)
    describe(`of a registry: ${name}`, { concurrency: 1 }, () => {
      let registry: SeenRegistry;
      let page: Page;
      const complaints: string[] = [];
      const opened = new Set<string>();
      const linked = new Set<string>();
      before(async () => {
        registry = await openSeenRegistry(name);
        page = await newSeenPage(browser);
        page.on("pageerror", (error) => complaints.push(String(error)));
      });
      after(async () => {
        await page?.context().close();
        await registry?.end();
      });

      for (const [seen, ways] of toSee(name))
        test(seen.name, async () => {
          await openSeenPage(page, registry, seen);
          const tabs = await tabsOn(page);
          opened.add(tabs.here);
          for (const one of tabs.all) linked.add(one);
          const found: string[] = [];
          for (const way of ways) {
            await turn(page, way);
            for (const fault of await faultsOn(page, way, seen)) found.push(`${wayName(way)}: ${fault}`);
          }
          if (!ways.some(({ language }) => language === "de")) {
            await turn(page, { ...(ways[0] as Way), language: "de" });
            found.push(...(await germanFaults(page, seen)));
          }
          assert.deepEqual(found, []);
        });

      test("no part of a page was left out, and nothing complained on the way", () => {
        if (SOAK)
          assert.deepEqual(
            [...linked].filter((one) => !opened.has(one)),
            [],
          );
        assert.deepEqual(complaints, []);
      });

      if (name === "empty")
        test("a fault of each kind is found", async () => {
          const [seen] = SEEN_PAGES.filter(({ name: one }) => one === "paper");
          assert.ok(seen);
          await openSeenPage(page, registry, seen);
          const way = { size: "phone", theme: "light", language: "de" } as const;
          await turn(page, way);
          assert.deepEqual(await faultsOn(page, way, seen), []);
          for (const [html, fault] of PLANTED) {
            await page.evaluate(
              `document.querySelector("#planted")?.remove();
               document.querySelector("#content, main").insertAdjacentHTML("beforeend", '<div id="planted">${html}</div>');
               // The page's own policy lets no markup bring a style.
               for (const one of document.querySelectorAll("[data-style]")) one.style.cssText = one.dataset.style`,
            );
            const found = await faultsOn(page, way, seen, { axe: fault.source.startsWith("^axe") });
            assert.ok(
              found.some((one) => fault.test(one)),
              `${html}: ${found.join("; ")}`,
            );
          }
        });
    });
});

const PLANTED: readonly (readonly [html: string, fault: RegExp])[] = [
  [
    '<p data-style="width: 5rem; overflow: hidden; white-space: nowrap">Donaudampfschiff und Kahn</p>',
    /^cut: p "Donau/,
  ],
  ['<p data-style="width: 5rem; height: 1rem; overflow: hidden">Sieben Zeilen auf einer</p>', /^cut: p "Sieben/],
  ['<select data-style="width: 4rem"><option>Donaudampfschiff</option></select>', /^cut: select "Donau/],
  ['<svg width="40" height="20"><text y="15">Donaudampfschiff</text></svg>', /^cut: text "Donau.* of a drawing/],
  [
    '<p>Unten</p><p data-style="margin-top: -2rem">Oben</p>',
    /^overlap: text "(Unten" and text "Oben|Oben" and text "Unten)"/,
  ],
  ['<p>Unten</p><button data-style="position: relative; top: -2rem">Taste</button>', /^overlap: .*button "Taste"/],
  [
    '<p data-style="width: 50rem">weit</p><p data-style="margin-left: 40rem">Daneben</p>',
    /^outside the window: text "Daneben"/,
  ],
  ['<div data-style="width: 50rem">weit</div>', /^the page scrolls sideways by/],
  ["<p>Choose the file</p>", /^English \(choose, the, file\): "Choose the file"/],
  ['<button aria-label="Show more">x</button>', /^English .*"Show more"/],
  ['<input placeholder="Type your answer" aria-label="Antwort">', /^English .*"Type your answer"/],
  ["<p>Wert undefined</p>", /^raw no value/],
  ["<p>bei whole_body_mri</p>", /^raw code/],
  ["<p>relapsed.all.n@12</p>", /^raw number of a result/],
  ['<p data-style="color: #ddd; background: #fff">Blass</p>', /^axe: color-contrast/],
  ['<img src="/osteon.svg" width="9">', /^axe: image-alt/],
  ['<svg width="60" height="60" viewBox="0 0 600 600"><text y="300">Klein</text></svg>', /^too small: text "Klein"/],
];
