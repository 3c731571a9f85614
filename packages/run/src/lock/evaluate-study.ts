import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/*
 * A process of its own: reads the modules of the study in the folder that it is told, and writes them as JSON. A study's
 * TypeScript is trusted like any program of its author; what it answers is data. Packages of Osteon are found from here, so
 * that a folder outside the repository needs no node_modules.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, specifier.startsWith("@osteon/") ? { ...context, parentURL: import.meta.url } : context),
});

const [folder = ""] = process.argv.slice(2);

async function moduleOf(name: string): Promise<Record<string, unknown>> {
  const file = join(folder, name);
  return existsSync(file) ? await import(pathToFileURL(file).href) : {};
}

const { default: protocol } = await moduleOf("protocol.ts");
const { default: report } = await moduleOf("report.ts");
const { default: german, NOTICES: notices } = await moduleOf("german.ts");
const { PUBLISHED, CITED, OWN_CHARTS } = await moduleOf("published.ts");
const { SENSITIVITY } = await moduleOf("sensitivity.ts");
process.stdout.write(
  JSON.stringify({
    protocol,
    report,
    german,
    notices,
    published: PUBLISHED ?? [],
    cited: CITED ?? [],
    ownCharts: OWN_CHARTS,
    sensitivity: SENSITIVITY,
  }),
);
