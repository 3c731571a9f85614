import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Charts } from "@osteon/codebook";
import type { Results } from "@osteon/estimate";
import { freeze } from "@osteon/freeze";
import { type ReportInput, reportHtml } from "@osteon/publish";
import { analyse, readStudy, reportInput } from "@osteon/run";

export const study = await readStudy(join(import.meta.dirname, ".."));

export interface Reported {
  readonly results: Results;
  readonly input: ReportInput;
  readonly html: string;
}

/** The report of charts, by a study's lock and in this process, as of a day where one is named; the freeze is gone afterwards. */
export async function reportOf(charts: Charts, by = study, asOf?: string): Promise<Reported> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-registry-report-"));
  try {
    const frozen = await freeze(charts, {
      directory: join(folder, "freeze"),
      policy: "middle",
      ...(asOf === undefined ? {} : { asOf }),
    });
    if (!frozen.ok) throw new Error(JSON.stringify(frozen.problems.slice(0, 3), null, 1));
    const { results } = await analyse(by, frozen.value);
    const input = reportInput(by, results);
    return { results, input, html: reportHtml(input) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
