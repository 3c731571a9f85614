import type { Page } from "playwright-core";
import { EVERYWHERE, type SeenPage } from "./seen-page.ts";

const IMPORT = { route: "/import", as: "data_manager", path: () => "/import" } as const;

/** A list as a ward keeps it: a column that nobody asked for, and in each row another fault. */
const BAD = `Nr.;patient;cohort;sex;born_on;diagnosed_on;last_contact_on;centre
1;W-1;cno;w;03.2010;31.02.2019;01.03.2020;Dresden
2;W-2;cno;female;04.2011;12.05.2019;01.03.2018;Dresden
3;Anna Beispiel;something else entirely that is far too long for its cell;male;2011;12.05.2019;;Dresden
4;W-1;cno;male;=1+1;12.05.2019;01.03.2020;Nowhere
`;
const GOOD = `patient,cohort,sex,born_on,diagnosed_on,last_contact_on,centre
W-1,cno,female,2010-03,2019-02-01,2020-03-01,Dresden
W-2,cno,male,2011-04,2019-05-12,2020-03-01,Dresden
`;

/** What stands in the file is told in its own words. */
const COLUMNS = [
  "something else entirely that is far too long for its cell",
  ...(BAD.split("\n")[0] ?? "").split(";"),
].sort((one, other) => other.length - one.length);

async function give(page: Page, text: string): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "patient.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "On to the columns" }).click();
  await page.getByRole("heading", { name: /^Columns/ }).waitFor();
}

async function check(page: Page): Promise<void> {
  const start = page.getByRole("button", { name: "Start the dry run" });
  const day = page.getByLabel(/^the day first, decimal commas/);
  if ((await start.count()) === 0) await day.check();
  await start.click();
}

/** The import, step by step, with a file that is refused and one that is not. */
export const PAGES_OF_IMPORT: readonly SeenPage[] = [
  { ...IMPORT, name: "import", of: EVERYWHERE },
  { ...IMPORT, name: "import-of-nurse", of: ["empty"], as: "study_nurse" },
  {
    ...IMPORT,
    name: "import-columns",
    of: ["empty"],
    typed: COLUMNS,
    prepare: (page) => give(page, BAD),
  },
  {
    ...IMPORT,
    name: "import-refused",
    of: ["empty"],
    typed: [...COLUMNS, "Tabelle patient", "patient.csv", "Nowhere"],
    tellsCodes: true,
    prepare: async (page) => {
      await give(page, BAD);
      await check(page);
      await page.getByText(/^Refused as a whole/).waitFor();
    },
  },
  {
    ...IMPORT,
    name: "import-commit",
    of: ["empty"],
    typed: ["patient.csv"],
    prepare: async (page) => {
      await give(page, GOOD);
      await check(page);
      await page.getByRole("button", { name: "On to the import" }).click();
      await page.getByLabel("Reason").waitFor();
    },
  },
];
