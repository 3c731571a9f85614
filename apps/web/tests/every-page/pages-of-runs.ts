import { RUN_PARTS } from "../../src/study/run-parts.ts";
import { EVERYWHERE, type SeenPage } from "./seen-page.ts";

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
  ...RUN_PARTS.map(
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
