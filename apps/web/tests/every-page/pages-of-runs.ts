import { outlineOf, readStudy } from "@osteon/run";
import { OWN_PARTS } from "../../src/study/run-parts.ts";
import { EVERYWHERE, type SeenPage } from "./seen-page.ts";

const PARTS = [...outlineOf(await readStudy("schnabel-2017")).parts.map(({ id }) => id), ...OWN_PARTS];

/** The studies, and a finished run of one, part by part. */
export const PAGES_OF_RUNS: readonly SeenPage[] = [
  { name: "study", route: "/study", of: EVERYWHERE, as: "data_manager", path: () => "/study" },
  { name: "study-of-monitor", route: "/study", of: ["empty"], as: "monitor", path: () => "/study" },
  {
    name: "study-failed",
    route: "/study",
    of: ["one child"],
    as: "data_manager",
    path: async (registry) => {
      await registry.run().catch(() => {});
      return "/study";
    },
  },
  { name: "new-study", route: "/new-study", of: EVERYWHERE, as: "data_manager", path: () => "/new-study" },
  { name: "new-study-of-monitor", route: "/new-study", of: ["empty"], as: "monitor", path: () => "/new-study" },
  {
    name: "new-study-chosen",
    route: "/new-study",
    of: ["cohort"],
    as: "statistician",
    path: () => "/new-study",
    prepare: async (page) => {
      await page.locator("form.choosing button").first().click();
      await page.locator("fieldset.condition select").nth(2).selectOption("spine");
      await page.locator("form.choosing .panel").nth(2).locator("select").first().selectOption("plan");
      await page.locator(".choosing-told table").waitFor();
    },
  },
  ...PARTS.map(
    (part): SeenPage => ({
      name: `run-${part}`,
      route: "/study/$run",
      of: ["cohort"],
      as: "statistician",
      path: async (registry) => `/study/${await registry.run()}?tab=${part}`,
    }),
  ),
  {
    name: "behind-number",
    route: "/study/$run",
    of: ["cohort"],
    as: "data_manager",
    path: async (registry) => `/study/${await registry.run()}?tab=relapse`,
    prepare: async (page) => {
      await page.getByRole("figure").first().getByRole("button").first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").getByRole("link").first().waitFor();
    },
  },
];
