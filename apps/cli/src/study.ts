import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PublishedNumber, SensitivityPlan } from "@osteon/estimate";
import type { Protocol } from "@osteon/protocol";
import { EXIT, Stop } from "./exit-code.ts";

/** A study folder, read: its protocol and, where a paper exists, what it printed. */
export interface Study {
  readonly directory: string;
  readonly protocol: Protocol;
  readonly published: readonly PublishedNumber[];
  /** The hash of a freeze of the charts that the paper is about. */
  readonly ownCharts?: string;
  readonly cited: readonly { readonly printed: string; readonly quote: string; readonly place: string }[];
  /** Where the study keeps its own charts. */
  readonly cohort: string;
}

const STUDIES = fileURLToPath(new URL("../../../studies/", import.meta.url));

/** Reads a study by its folder, or by its id among the studies that come with Osteon. */
export async function readStudy(nameOrFolder: string): Promise<Study> {
  const directory = [resolve(nameOrFolder), join(STUDIES, nameOrFolder)].find((folder) =>
    existsSync(join(folder, "protocol.ts")),
  );
  if (directory === undefined) {
    throw new Stop(
      EXIT.notFound,
      `${nameOrFolder}: no study there. Name a folder that holds protocol.ts, or schnabel-2017.`,
    );
  }
  const { default: protocol } = await moduleOf(join(directory, "protocol.ts"));
  const printed = join(directory, "published.ts");
  const { PUBLISHED = [], CITED = [], OWN_CHARTS } = existsSync(printed) ? await moduleOf(printed) : {};
  return {
    directory,
    protocol,
    published: PUBLISHED,
    cited: CITED,
    ownCharts: OWN_CHARTS,
    cohort: join(directory, "cohort"),
  } as Study;
}

async function moduleOf(file: string): Promise<Record<string, unknown>> {
  return await import(pathToFileURL(file).href);
}

/** The open assumptions of a study and the other ways to decide them. */
export async function readSensitivityPlan({ directory }: Study): Promise<SensitivityPlan> {
  const file = join(directory, "sensitivity.ts");
  if (!existsSync(file))
    throw new Stop(EXIT.notFound, `${directory} has no sensitivity.ts: it names no assumptions to vary.`);
  return (await moduleOf(file)).SENSITIVITY as SensitivityPlan;
}

/** The plan without what the paper printed, where the charts are not those that it is about. */
export function planFor(
  { ownCharts }: Study,
  plan: SensitivityPlan,
  { hash }: { readonly hash: string },
): SensitivityPlan {
  if (hash === ownCharts) return plan;
  return { ...plan, headlines: plan.headlines.map(({ published: _, ...headline }) => headline) };
}
