import { PAGES_OF_CHILDREN } from "./pages-of-children.ts";
import { PAGES_OF_ENTRY } from "./pages-of-entry.ts";
import { PAGES_OF_IMPORT } from "./pages-of-import.ts";
import { PAGES_OF_RUNS } from "./pages-of-runs.ts";
import { imagePage } from "./registries.ts";
import { EVERYWHERE, type SeenPage, tabs, WITH_CHILDREN } from "./seen-page.ts";

const ADMINISTRATION = {
  name: "administration",
  route: "/administration",
  of: EVERYWHERE,
  path: "/administration",
  typed: ["--key-file"],
};

/** Who is nobody yet, what stands around every page, and what keeps a registry in order. */
const FRAME: readonly SeenPage[] = [
  { name: "sign-in", route: "/", of: ["empty"], as: "nobody", path: () => "/" },
  {
    name: "sign-in-refused",
    route: "/",
    of: ["empty"],
    as: "nobody",
    path: () => "/",
    prepare: async (page) => {
      await page.getByLabel("E-mail").fill("nobody@example.org");
      await page.getByLabel("Password", { exact: true }).fill("not the password at all");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  { name: "welcome", route: "/welcome", of: ["empty"], as: "nobody", path: (registry) => registry.invitation() },
  {
    name: "welcome-run-out",
    route: "/welcome",
    of: ["empty"],
    as: "nobody",
    path: () => "/welcome#a-key-that-is-none",
  },
  { name: "welcome-without-key", route: "/welcome", of: ["empty"], as: "nobody", path: () => "/welcome" },
  { name: "not-found", route: "/", of: ["empty"], as: "data_manager", path: () => "/nowhere" },
  {
    name: "person-menu",
    route: "/paper",
    of: ["empty"],
    as: "data_manager",
    path: () => "/paper",
    prepare: async (page) => {
      await page.locator("summary").filter({ hasText: "dana" }).click();
      await page.getByRole("button", { name: "Sign out" }).waitFor();
    },
  },
  {
    name: "first-of-administrator",
    route: "/",
    of: ["empty"],
    as: "administrator",
    path: () => "/",
  },
  { name: "first-of-statistician", route: "/", of: ["empty"], as: "statistician", path: () => "/" },
];

const READER = { of: WITH_CHILDREN, as: "image_reader" } as const;

const READING: readonly SeenPage[] = [
  { ...READER, name: "reading", route: "/reading", of: EVERYWHERE, path: () => "/reading" },
  {
    ...READER,
    name: "image-to-read",
    route: "/centres/$centre/reading/$imaging",
    path: ({ rows }) => imagePage(rows.toRead),
    prepare: async (page) => {
      await page.getByRole("combobox", { name: "Or choose a bone by its name" }).selectOption("femur left");
      await page.getByRole("dialog").getByRole("button", { name: "active", exact: true }).click();
    },
  },
  {
    ...READER,
    name: "image-read",
    route: "/centres/$centre/reading/$imaging",
    path: ({ rows }) => imagePage(rows.read),
  },
];

const QUALITY: readonly SeenPage[] = [
  ...tabs({ name: "quality", route: "/quality", of: EVERYWHERE, as: "data_manager", path: "/quality" }, [
    "missing",
    "queries",
    "readings",
    "images",
    "changes",
    "trail",
  ]),
  ...tabs({ name: "nurse-quality", route: "/quality", of: ["one child"], as: "study_nurse", path: "/quality" }, [
    "missing",
    "queries",
  ]),
  {
    name: "query-ask",
    route: "/quality",
    of: EVERYWHERE,
    as: "monitor",
    path: () => "/quality?tab=queries",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Ask about a row" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Ask", exact: true }).click();
    },
  },
  {
    name: "missing-cell",
    route: "/quality",
    of: ["one child", "cohort"],
    as: "data_manager",
    path: () => "/quality?tab=missing",
    prepare: async (page) => {
      await page.locator(".matrix a, a[aria-label*=' · ']").first().click();
    },
  },
  { name: "schedule", route: "/schedule", of: EVERYWHERE, as: "data_manager", path: () => "/schedule" },
];

const ADMINISTERED: readonly SeenPage[] = [
  ...tabs({ ...ADMINISTRATION, of: ["empty", "cohort"], as: "administrator" }, [
    "people",
    "centres",
    "followUp",
    "lists",
    "ownFields",
    "keptTables",
    "security",
    "signIn",
    "backups",
  ]),
  ...tabs({ ...ADMINISTRATION, as: "data_manager" }, ["locks"]),
  {
    ...ADMINISTRATION,
    name: "administration-not-yours",
    of: ["empty"],
    as: "study_nurse",
    path: () => "/administration?tab=people",
  },
  {
    ...ADMINISTRATION,
    name: "follow-up-change",
    of: ["empty"],
    as: "administrator",
    path: () => "/administration?tab=followUp",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Change the plan" }).click();
      await page.getByLabel("Last day, Month 3").fill("150");
      await page.getByText(/windows share days/).waitFor();
    },
  },
  {
    ...ADMINISTRATION,
    name: "drug-added",
    of: ["empty"],
    // The form says what the entry is called in files.
    tellsCodes: true,
    as: "administrator",
    path: () => "/administration?tab=lists",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add a drug" }).click();
      await page.getByLabel("Name in English").fill("Methotrexate");
      await page.getByLabel("Name in German").fill("Bonelix");
      await page.getByText(/is called "Methotrexate" already/).waitFor();
    },
  },
  {
    ...ADMINISTRATION,
    name: "analyte-added",
    of: ["empty"],
    // The form says what the entry is called in files.
    tellsCodes: true,
    as: "administrator",
    path: () => "/administration?tab=lists",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add an analyte" }).click();
      await page.getByRole("button", { name: "Add an age" }).click();
      await page.getByLabel("Plausible to, age 1").fill("200");
    },
  },
  {
    ...ADMINISTRATION,
    name: "own-field-added",
    of: ["empty"],
    // The form says how names of own fields are written.
    tellsCodes: true,
    as: "administrator",
    path: () => "/administration?tab=ownFields",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add a field" }).click();
      await page.getByLabel("Kind", { exact: true }).selectOption("choice");
      await page.getByRole("button", { name: "Save the field" }).waitFor();
    },
  },
  {
    ...ADMINISTRATION,
    name: "second-factor",
    of: ["empty"],
    as: "statistician",
    path: () => "/administration?tab=security",
    prepare: async (page) => {
      const panel = page.getByRole("region", { name: "Second factor" });
      await panel.getByLabel("Password").fill("correct horse battery staple");
      await panel.getByRole("button", { name: "Set up" }).click();
      await panel.getByRole("img", { name: /^QR code/ }).waitFor();
    },
  },
  {
    ...ADMINISTRATION,
    name: "own-tokens",
    of: ["empty"],
    as: "statistician",
    path: () => "/administration?tab=security",
    prepare: async (page) => {
      await page.getByRole("row", { name: /Yearly figures in R/ }).waitFor();
    },
  },
  {
    ...ADMINISTRATION,
    name: "token-made",
    of: ["empty"],
    as: "statistician",
    path: () => "/administration?tab=security",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Make a token" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill("Relapses in Python");
      await dialog.getByRole("button", { name: "Make a token" }).click();
      await dialog.getByLabel("Token", { exact: true }).waitFor();
    },
  },
  ...(
    [
      ["people", "Invite a person", "invite"],
      ["centres", /^Change/, "centre-pattern"],
      ["people", /^Give a role: dana/, "give-role"],
      ["people", /^Disable dana/, "disable"],
      ["people", /^Make a new link: dana/, "new-link"],
      ["people", /^Rename dana/, "rename-person"],
    ] as const
  ).map(
    ([tab, button, name]): SeenPage => ({
      ...ADMINISTRATION,
      name,
      of: ["cohort"],
      as: "administrator",
      path: () => `/administration?tab=${tab}`,
      prepare: async (page) => {
        await page.getByRole("button", { name: button }).first().click();
        await page.getByRole("dialog").waitFor();
      },
    }),
  ),
  {
    ...ADMINISTRATION,
    name: "lock-study",
    of: ["cohort"],
    as: "data_manager",
    path: () => "/administration?tab=locks",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Lock the study at a centre" }).click();
    },
  },
];

const TAKEN: readonly SeenPage[] = [
  { name: "export", route: "/export", of: EVERYWHERE, as: "data_manager", path: () => "/export" },
  { name: "export-refused", route: "/export", of: ["one child"], as: "study_nurse", path: () => "/export" },
  {
    name: "ask-password",
    route: "/export",
    of: ["one child"],
    as: "statistician",
    path: () => "/export",
    prepare: async (page) => {
      const body = { problems: [{ code: "password-needed", severity: "refused", where: {}, says: "", fix: "" }] };
      await page.route("**/api/**/charts.zip*", (route) => route.fulfill({ status: 403, json: body }));
      await page.getByRole("button", { name: "All tables as CSV, packed (ZIP)" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "paper", route: "/paper", of: ["empty", "cohort"], as: "data_manager", path: () => "/paper" },
  {
    name: "paper-findings",
    route: "/paper",
    of: ["empty", "cohort"],
    as: "data_manager",
    path: () => "/paper",
    typed: [
      "We followed 40 children. Of these,",
      "6 of 8",
      "We followed 40 children",
      "Of these,",
      "children were in remission",
      "20 of 40",
      "manuscript.txt",
      "Results",
      "were girls",
    ],
    prepare: async (page) => {
      const paper =
        "Results\n\nWe followed 40 children. Of these, 6 of 8 (71 %) children were in remission; 20 of 40 (50 %) were girls.\n";
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "manuscript.txt", mimeType: "text/plain", buffer: Buffer.from(paper) });
      await page.getByRole("article").first().waitFor();
    },
  },
];

/** Every page of the app, every tab of it, and the dialogs and states that a person meets. */
export const SEEN_PAGES: readonly SeenPage[] = [
  ...FRAME,
  ...PAGES_OF_CHILDREN,
  ...PAGES_OF_ENTRY,
  ...READING,
  ...QUALITY,
  ...PAGES_OF_IMPORT,
  ...PAGES_OF_RUNS,
  ...TAKEN,
  ...ADMINISTERED,
];
