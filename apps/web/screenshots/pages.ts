import type { Page } from "playwright-core";

/** A page of the app, and what is done on it before its picture is taken. */
export interface PictureOf {
  readonly name: string;
  /** `$run` stands for a finished run of the study. */
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const tabs = (name: string, path: string, of: readonly string[]): readonly PictureOf[] =>
  of.map((tab) => ({ name: `${name}-${tab}`, path: `${path}?tab=${tab}` }));

/** Every page. */
export const PAGES: readonly PictureOf[] = [
  { name: "patients", path: "/patients" },
  { name: "patient", path: "/centres/Dresden/patients/DD-008", prepare: atAnActiveExamination },
  { name: "patient-chart", path: "/centres/Dresden/patients/DD-008?tab=chart" },
  { name: "entry-visit", path: "/centres/Dresden/patients/DD-008/visit/V00050" },
  { name: "entry-new-visit", path: "/centres/Dresden/patients/DD-008/visit/new" },
  { name: "entry-treatment", path: "/centres/Dresden/patients/DD-008/treatment/new" },
  { name: "schedule", path: "/schedule" },
  ...tabs("quality", "/quality", ["missing", "queries", "readings", "changes", "trail"]),
  { name: "import", path: "/import" },
  { name: "study", path: "/study" },
  { name: "run", path: "/study/$run" },
  { name: "run-relapse", path: "/study/$run?tab=relapse" },
  { name: "run-baseline", path: "/study/$run?tab=baseline" },
  { name: "export", path: "/export" },
  { name: "paper", path: "/paper" },
  ...tabs("administration", "/administration", ["people", "centres", "locks", "security", "backups"]),
];

/** The examination that shows most. */
async function atAnActiveExamination(page: Page): Promise<void> {
  const slider = page.getByRole("slider");
  await slider.focus();
  await slider.press("Home");
  for (let step = 0; step < 3; step++) await slider.press("ArrowRight");
  await slider.blur();
}

/** A finished run of the study; one is made where there is none. */
export async function runOf(page: Page, address: string): Promise<string> {
  const read = async () => {
    const answer = await page.request.get(`${address}/api/runs`);
    const { runs } = (await answer.json()) as { runs: readonly { run: string; state: string }[] };
    return runs[0];
  };
  if ((await read()) === undefined) {
    const asked = await page.request.post(`${address}/api/runs`, {
      data: { study: "schnabel-2017" },
      headers: { origin: address },
    });
    if (asked.status() !== 202) throw new Error(`the study does not run: ${await asked.text()}`);
  }
  for (;;) {
    const run = await read();
    if (run?.state === "done") return run.run;
    if (run?.state === "failed") throw new Error("the run failed");
    await page.waitForTimeout(250);
  }
}
