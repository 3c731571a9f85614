import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SensitivityPlan } from "@osteon/estimate";
import { specificationFigure } from "@osteon/publish";
import { renderPng } from "@osteon/publish/png";
import type { Outcome } from "./sensitivity-run.ts";

const DPI = 600;

/** One specification chart for each headline number, as SVG and PNG; answers with the names of the files. */
export async function specificationCharts(
  plan: SensitivityPlan,
  outcomes: readonly Outcome[],
  directory: string,
  notice: string | undefined,
): Promise<readonly string[]> {
  const assumptions = plan.assumptions.map(({ name, choices }) => ({
    name,
    labels: choices.map(({ label }) => label),
  }));
  const files: string[] = [];
  for (const { id, title, unit, published } of plan.headlines) {
    const name = id.replaceAll(/[^a-z0-9]+/g, "-");
    const svg = specificationFigure({
      name,
      title,
      description: `${title} under every combination of the assumptions, from the lowest to the highest.`,
      unit,
      ...(published === undefined ? {} : { published }),
      ...(notice === undefined ? {} : { notice }),
      assumptions,
      points: outcomes.filter(({ headline }) => headline === id),
    });
    await writeFile(join(directory, `${name}.svg`), svg);
    await writeFile(join(directory, `${name}.png`), renderPng(svg, DPI));
    files.push(`${name}.svg`, `${name}.png`);
  }
  return files;
}
