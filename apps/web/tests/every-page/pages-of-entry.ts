import { CODEBOOK } from "@osteon/codebook";
import type { Page } from "playwright-core";
import { childPage, otherChildPage, type SeenRegistry } from "./registries.ts";
import { type SeenPage, WITH_CHILDREN } from "./seen-page.ts";

const ROUTE = "/centres/$centre/patients/$patient/$table/$key";
const nurse = { route: ROUTE, of: WITH_CHILDREN, as: "study_nurse" } as const;
const row = (kept: keyof SeenRegistry["rows"], table: string) => (registry: SeenRegistry) =>
  childPage(registry, `/${table}/${registry.rows[kept]}`);
const fresh = (table: string) => (registry: SeenRegistry) => childPage(registry, `/${table}/new`);

/** A row that waits on this device, since nothing is sent. */
async function leaveOneWaiting(page: Page): Promise<void> {
  await page.route("**/api/**", (route) =>
    route.request().method() === "GET" ? route.continue() : route.abort("internetdisconnected"),
  );
  await page.getByRole("combobox", { name: "Kind", exact: true }).selectOption({ index: 1 });
  await page.locator(".waiting-chip").waitFor();
}

const VISIT = "/centres/$centre/patients/$patient/encounter/$visit";

/** Rows and their forms, whole, empty, locked, signed, refused, and written by two at once. */
export const PAGES_OF_ENTRY: readonly SeenPage[] = [
  {
    name: "entry-child-new",
    route: ROUTE,
    of: ["empty"],
    as: "study_nurse",
    path: () => otherChildPage("new", "/patient/new"),
  },
  ...CODEBOOK.filter(({ name }) => name !== "patient").map(
    ({ name }): SeenPage => ({
      ...nurse,
      name: `entry-${name}-new`,
      of: ["one child"],
      path: fresh(name),
      ...(["visit", "treatment", "lesion"].includes(name) ? {} : { likeOthers: true }),
    }),
  ),
  { ...nurse, name: "entry-child", path: (registry) => childPage(registry, `/patient/${registry.rows.patient}`) },
  { ...nurse, name: "entry-visit", path: row("visit", "visit") },
  {
    ...nurse,
    route: VISIT,
    name: "visit-new",
    path: (registry) => childPage(registry, "/encounter/new"),
    prepare: async (page) => {
      await page.locator("[data-section=laboratory]").waitFor();
      // What follows from the visit stands beside the form once something is typed, and takes a third of its width.
      await page.getByLabel("Day of the visit", { exact: true }).fill("25.10.2013");
      await page.locator(".visit-beside .told-back").waitFor();
      const mri = page.getByRole("button", { name: "MRI: all as before" });
      if ((await mri.count()) > 0) await mri.click();
    },
  },
  {
    ...nurse,
    route: VISIT,
    name: "visit-standing",
    path: (registry) => childPage(registry, `/encounter/${registry.rows.visit}`),
  },
  {
    ...nurse,
    route: VISIT,
    name: "visit-locked",
    path: (registry) => childPage(registry, `/encounter/${registry.rows.locked}`),
  },
  { ...nurse, name: "entry-imaging", path: row("imaging", "imaging") },
  { ...nurse, name: "entry-locked", path: row("locked", "visit") },
  { ...nurse, name: "entry-signed", path: row("signed", "visit") },
  { ...nurse, name: "entry-of-monitor", as: "monitor", path: row("visit", "visit") },
  { ...nurse, name: "no-such-row", of: ["one child"], path: (registry) => childPage(registry, "/visit/NOBODY") },
  {
    ...nurse,
    name: "visit-not-yours",
    route: VISIT,
    of: ["one child"],
    as: "monitor",
    path: (registry) => childPage(registry, "/encounter/new"),
  },
  {
    ...nurse,
    name: "sign-visit",
    of: ["one child"],
    as: "investigator",
    path: row("visit", "visit"),
    prepare: (page) => page.locator("summary").filter({ hasText: "Sign" }).last().click(),
  },
  {
    ...nurse,
    name: "lock-visit",
    of: ["one child"],
    as: "data_manager",
    path: row("visit", "visit"),
    prepare: async (page) => {
      await page.getByRole("button", { name: "Lock this visit" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    ...nurse,
    name: "entry-refused",
    of: ["one child"],
    path: fresh("laboratory"),
    prepare: async (page) => {
      await page.getByRole("textbox", { name: /^Upper limit of normal/ }).fill("5000000");
      await page.getByRole("button", { name: "Complete", exact: true }).click();
      await page
        .locator(".save-bar")
        .getByText(/mending/)
        .waitFor();
    },
  },
  {
    ...nurse,
    name: "conflict",
    of: ["one child"],
    path: async (registry) => childPage(registry, `/visit/${(await registry.draft()).visit}`),
    prepare: async (page, registry) => {
      const pain = page.getByRole("textbox", { name: "Pain (0–10)", exact: true });
      await pain.waitFor();
      await (await registry.draft()).overtake();
      await pain.fill("2");
      await page.getByRole("region", { name: "Two of you wrote at the same time" }).waitFor();
    },
  },
  {
    ...nurse,
    name: "lesion-popover",
    path: row("imaging", "imaging"),
    prepare: async (page) => {
      await page.locator("[data-place='humerus/right']:visible").first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: /^Lesion: / }).waitFor();
    },
  },
  {
    ...nurse,
    name: "remove-row",
    as: "investigator",
    path: row("visit", "visit"),
    prepare: async (page) => {
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    ...nurse,
    name: "discard-draft",
    of: ["one child"],
    as: "investigator",
    path: fresh("sequela"),
    prepare: async (page) => {
      await page.getByRole("combobox", { name: "Kind", exact: true }).selectOption({ index: 1 });
      await page.locator('[data-save-state="saved"]').waitFor();
      await page.getByRole("button", { name: /^Discard/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    ...nurse,
    name: "waiting-list",
    of: ["one child"],
    path: fresh("sequela"),
    prepare: async (page) => {
      await leaveOneWaiting(page);
      await page.locator(".waiting-chip").click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    ...nurse,
    name: "sign-out-question",
    of: ["one child"],
    path: fresh("sequela"),
    prepare: async (page) => {
      await leaveOneWaiting(page);
      await page.locator("summary").filter({ hasText: "nora" }).first().click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("dialog", { name: /not sent/ }).waitFor();
    },
  },
];
