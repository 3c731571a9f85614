import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CODEBOOK, type Problem } from "@osteon/codebook";
import { lintModel, unknownColumns, unreadRules } from "@osteon/derive";
import { familyIds, resultIds, sourcesOf } from "@osteon/estimate";
import { lintProtocol, protocolTables } from "@osteon/protocol";
import { outlineProblems } from "@osteon/publish";
import { otherwiseNamed } from "../languages.ts";
import { type ModelLimits, unbound } from "./bind-models.ts";
import { brokenGrains } from "./broken-grains.ts";
import { LOCK_FILE, lockText, type StudyLock } from "./study-lock.ts";
import { meant, meantResult, problem, refused } from "./study-problem.ts";
import { unknownCodes } from "./unknown-codes.ts";

/** What is wrong with a study as it was evaluated just now, and whether its lock is of today. Nothing found: it can be run. */
export async function checkStudy(folder: string, study: StudyLock): Promise<readonly Problem[]> {
  const old = stale(folder, study);
  // What a lock of today holds was derived on sample charts before it was written.
  return [...(old.length === 0 ? await problemsOf(study) : await problemsOfLock(folder, study)), ...old];
}

/** What keeps a study from being locked: all of that, and what its models make of sample charts. */
export async function problemsOfLock(folder: string, study: StudyLock): Promise<readonly Problem[]> {
  const found = await problemsOf(study);
  return found.length > 0 ? found : await brokenGrains(folder, study);
}

/** What is wrong with a study as it was evaluated, before any chart is read; `limits` for one that somebody brings. */
export async function problemsOf(study: StudyLock, limits: ModelLimits = {}): Promise<readonly Problem[]> {
  const { shapeProblems } = await import("./shape-problems.ts");
  const lacking = shapeProblems(study);
  if (lacking.length > 0) return lacking;
  const found = [
    ...lintProtocol(study.protocol),
    ...sources(study),
    ...models(study),
    ...columns(study),
    ...changes(study),
  ];
  // What can be bound, and which ids there are, is known only of a protocol that is sound in itself.
  if (found.length > 0) return found;
  const notBound = await unbound(study, limits);
  // A model that does not bind may read a field of a registry's own that the protocol does not name, with codes of its own.
  const codes = notBound.length > 0 ? [] : unknownCodes(study);
  return [...unread(study), ...notBound, ...codes, ...unknownNames(study), ...otherwiseNamed(study)];
}

/** Each analysis counts rows of a model. */
function sources({ protocol, models }: StudyLock): readonly Problem[] {
  const names = models.map(({ name }) => name);
  return Object.entries(protocol.analyses).flatMap(([id, { from }]) =>
    names.includes(from)
      ? []
      : [
          problem(
            "protocol.ts",
            `analyses.${id}`,
            refused("unknown-model", { written: from, meant: meant(from, names) }),
          ),
        ],
  );
}

function models({ protocol, models }: StudyLock): readonly Problem[] {
  const tables = [...models, ...CODEBOOK, ...protocolTables(protocol)].map(({ name }) => name);
  return models.flatMap((model) =>
    lintModel(model, tables).map((because) =>
      problem(`models/${model.name}.sql`, undefined, refused("model-not-portable", { because })),
    ),
  );
}

/** Values of the protocol that models read must be there. */
function columns({ protocol, models }: StudyLock): readonly Problem[] {
  return unknownColumns(models, protocol).map(({ model, line, table, column, columns }) =>
    problem(
      `models/${model}.sql`,
      `line ${line}`,
      refused("unknown-rule", { of: "column", table, written: column, meant: meant(column, columns) }),
    ),
  );
}

function unread({ protocol, models }: StudyLock): readonly Problem[] {
  return unreadRules(models, protocol).map((name) => problem("protocol.ts", `rules.${name}`, refused("unread-rule")));
}

/** What sensitivity analyses change must be there to be changed. */
function changes({ protocol, sensitivity }: StudyLock): readonly Problem[] {
  return (sensitivity?.assumptions ?? []).flatMap(({ name, choices }) =>
    choices.flatMap(({ label, change }) =>
      (["rules", "timePoints"] as const).flatMap((part) =>
        Object.keys(change[part] ?? {}).flatMap((changed) =>
          Object.hasOwn(protocol[part], changed)
            ? []
            : [
                problem(
                  "sensitivity.ts",
                  `${name}: ${label}`,
                  refused("unknown-rule", {
                    of: "change",
                    written: `${part}.${changed}`,
                    meant: meant(changed, Object.keys(protocol[part])),
                  }),
                ),
              ],
        ),
      ),
    ),
  );
}

/** What printed numbers, headlines and the report name must be among the results that the protocol declares. */
export function unknownNames(study: StudyLock): readonly Problem[] {
  const ids = resultIds(study.protocol);
  return [...unknownIds(study, ids), ...inReport(study, ids)];
}

function unknownIds({ published, sensitivity }: StudyLock, ids: ReadonlySet<string>): readonly Problem[] {
  const names = [
    ...published.flatMap((number) => sourcesOf(number).map((result) => ["published.ts", number.id, result] as const)),
    ...(sensitivity?.headlines ?? []).flatMap(({ id, title, lower, upper }) =>
      [id, lower, upper].map((result) => ["sensitivity.ts", title, result] as const),
    ),
  ];
  return names
    .filter(([, , result]) => !ids.has(result))
    .map(([file, place, result]) =>
      problem(file, place, refused("unknown-result", { written: result, meant: meantResult(result, [...ids]) })),
    );
}

const UNKNOWN = {
  result: "unknown-result",
  format: "unknown-format",
  states: "unknown-states",
  analysis: "unknown-analysis",
} as const;

/** What the report shows must be there to be shown. */
function inReport({ protocol, report }: StudyLock, ids: ReadonlySet<string>): readonly Problem[] {
  if (report === undefined) return [];
  return outlineProblems(report, protocol, { ids, families: familyIds(protocol) }).map(
    ({ kind, place, written, names }) => {
      if (kind === "twice") return problem("report.ts", place, refused("shown-twice", { written }));
      const nearest = kind === "result" ? meantResult(written, names) : meant(written, names);
      return problem("report.ts", place, refused(UNKNOWN[kind], { written, meant: nearest }));
    },
  );
}

function stale(folder: string, study: StudyLock): readonly Problem[] {
  const file = join(folder, LOCK_FILE);
  const isCurrent = existsSync(file) && readFileSync(file, "utf8") === lockText(study);
  if (isCurrent) return [];
  const there = existsSync(file) ? "other" : "none";
  return [problem(LOCK_FILE, undefined, refused("lock-stale", { there, folder }))];
}
