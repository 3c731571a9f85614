import { childPage, otherChildPage, type Role } from "./registries.ts";
import { EVERYWHERE, type SeenPage, WITH_CHILDREN } from "./seen-page.ts";

const CHILD = "/centres/$centre/patients/$patient";
const OVERVIEW = { route: CHILD, of: WITH_CHILDREN, path: childPage } as const;

const list = (name: string, as: Role): SeenPage => ({
  name,
  route: "/patients",
  of: EVERYWHERE,
  as,
  path: () => "/patients",
});

/** The list of children, and a child. */
export const PAGES_OF_CHILDREN: readonly SeenPage[] = [
  list("patients", "data_manager"),
  list("nurse-patients", "study_nurse"),
  list("monitor-patients", "monitor"),
  {
    name: "columns",
    route: "/patients",
    of: ["cohort"],
    as: "data_manager",
    path: () => "/patients",
    prepare: (page) => page.locator("summary").filter({ hasText: "Columns" }).click(),
  },
  {
    name: "no-child-fits",
    route: "/patients",
    of: ["cohort"],
    as: "data_manager",
    path: () => "/patients",
    prepare: async (page) => {
      await page.getByRole("searchbox").first().fill("ZZ-9");
      await page
        .getByText(/No child/)
        .first()
        .waitFor();
    },
  },
  { ...OVERVIEW, name: "patient", as: "investigator" },
  { ...OVERVIEW, name: "statistician-patient", as: "statistician" },
  { ...OVERVIEW, name: "patient-chart", as: "investigator", path: (registry) => childPage(registry, "?tab=chart") },
  {
    ...OVERVIEW,
    name: "patient-identity",
    as: "investigator",
    path: (registry) => childPage(registry, "?tab=identity"),
  },
  {
    name: "no-such-child",
    route: CHILD,
    of: ["empty"],
    as: "investigator",
    path: () => otherChildPage("XX-1"),
  },
  {
    ...OVERVIEW,
    name: "rename-child",
    as: "investigator",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Rename" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    ...OVERVIEW,
    name: "remove-child",
    as: "investigator",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Delete the child" }).click();
      await page.getByRole("dialog").getByRole("listitem").first().waitFor();
    },
  },
];
