import { fileURLToPath } from "node:url";
import type { Choices } from "@osteon/api";
import { readModels } from "@osteon/derive";
import { LOCK_FILE, lockOfModules, lockText, type StudyLock } from "@osteon/run";
import { chosenStudy } from "./chosen-study.ts";

/** Folder of the models that every study by choosing runs; they are the same whatever was chosen. */
export const CHOSEN_MODELS = fileURLToPath(new URL("../models", import.meta.url));

/** The lock of a study by choosing: what `osteon study lock` makes of its folder. */
export function chosenLock(choices: Choices): StudyLock {
  const said = { ...chosenStudy(choices), published: [], cited: [] };
  return lockOfModules(JSON.parse(JSON.stringify(said)), CHOSEN_MODELS);
}

/** The files of its folder, as a study of any other kind has them. What was typed stands in JSON alone; the modules are the same for all. */
export function chosenFolder(choices: Choices, lock: StudyLock): Readonly<Record<string, string>> {
  const names = new Set(readModels([CHOSEN_MODELS]).map(({ name }) => name));
  const own = lock.models.filter(({ name }) => names.has(name));
  return {
    "README.md": README,
    "choices.json": json(choices),
    "protocol.json": json(lock.protocol),
    "protocol.ts": PROTOCOL,
    "report.json": json(lock.report),
    "report.ts": REPORT,
    "german.json": json(lock.german),
    "german.ts": GERMAN,
    ...Object.fromEntries(own.map(({ layer, name, sql }) => [`models/${layer}/${name}.sql`, sql])),
    [LOCK_FILE]: lockText(lock),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const module = (type: string, from: string, name: string, defined: string): string => `${from}
import ${name} from "./${name}.json" with { type: "json" };

/** What was chosen stands in ${name}.json; what a statistician adds, here. */
export default ${defined}(${name} as unknown as ${type});
`;

const PROTOCOL = module(
  "Protocol",
  'import { defineProtocol, type Protocol } from "@osteon/protocol";',
  "protocol",
  "defineProtocol",
);
const REPORT = module(
  "Outline",
  'import { defineReport, type Outline } from "@osteon/publish";',
  "report",
  "defineReport",
);
const GERMAN = `import german from "./german.json" with { type: "json" };

/** The German of what the report shows, by the English. */
export default german;
`;

const README = `# A study made by choosing

A person chose it in a registry, without writing code: \`choices.json\` says what was chosen, and the sentence of \`cohorts\` in
\`protocol.json\` says in plain words what is computed. It is a study like any other:

    osteon study check .                              what is wrong, before any chart is read
    osteon study lock .                               writes study.lock.json again, the same while nothing is changed
    osteon study run . --data <charts> --out <new>    from charts to the report

- \`protocol.json\`: who is counted, groups, time points, rules, analyses. Conditions are rows of \`tables.condition\`.
- \`models/\`: the SQL that reads these rows; the same in every study by choosing.
- \`report.json\`, \`german.json\`: what is shown, and its German.

To go on from here write in \`protocol.ts\` and \`report.ts\` what the choices cannot say, and lock it again.
`;
