import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CODEBOOK, nearestChoice, type Problem } from "@osteon/codebook";
import { lintModel } from "@osteon/derive";
import { resultIds, sourcesOf } from "@osteon/estimate";
import { lintProtocol, protocolTables } from "@osteon/protocol";
import { LOCK_FILE, lockText, type StudyLock } from "./study-lock.ts";

/** What is wrong with a study as it was evaluated just now, and whether its lock is of today. Nothing found: it can be run. */
export function checkStudy(folder: string, study: StudyLock): readonly Problem[] {
  const found = [...lintProtocol(study.protocol), ...sources(study), ...models(study)];
  // Ids are known only of a protocol that can be estimated.
  const all = found.length > 0 ? found : unknownIds(study);
  return [...all, ...stale(folder, study)];
}

/** Each analysis counts rows of a model. */
function sources({ protocol, models }: StudyLock): readonly Problem[] {
  const names = models.map(({ name }) => name);
  return Object.entries(protocol.analyses).flatMap(([id, { from }]) =>
    names.includes(from)
      ? []
      : [problem("unknown-model", "protocol.ts", `analyses.${id}`, `no model is named ${from}`, meant(from, names))],
  );
}

function models({ protocol, models }: StudyLock): readonly Problem[] {
  const tables = [...models, ...CODEBOOK, ...protocolTables(protocol)].map(({ name }) => name);
  return models.flatMap((model) =>
    lintModel(model, tables).map((says) =>
      problem(
        "model-not-portable",
        `models/${model.name}.sql`,
        undefined,
        says,
        "Write it in the portable subset of SQL.",
      ),
    ),
  );
}

/** What printed numbers and headlines name must be among the results that the protocol declares. */
function unknownIds({ protocol, published, sensitivity }: StudyLock): readonly Problem[] {
  const ids = resultIds(protocol);
  const names = [
    ...published.flatMap(({ id, recompute }) =>
      sourcesOf(recompute).map((result) => ["published.ts", id, result] as const),
    ),
    ...(sensitivity?.headlines ?? []).flatMap(({ id, title, lower, upper }) =>
      [id, lower, upper].map((result) => ["sensitivity.ts", title, result] as const),
    ),
  ];
  return names
    .filter(([, , result]) => !ids.has(result))
    .map(([file, place, result]) =>
      problem("unknown-result", file, place, `no analysis gives the result ${result}`, meant(result, [...ids])),
    );
}

function stale(folder: string, study: StudyLock): readonly Problem[] {
  const file = join(folder, LOCK_FILE);
  const isCurrent = existsSync(file) && readFileSync(file, "utf8") === lockText(study);
  if (isCurrent) return [];
  const says = existsSync(file) ? "it is not what the study says today" : "the study is not locked";
  return [problem("lock-stale", LOCK_FILE, undefined, says, `Run "osteon study lock ${folder}".`)];
}

function meant(written: string, names: readonly string[]): string {
  const nearest = nearestChoice(
    written,
    names.map((code) => ({ code })),
  );
  return nearest === undefined ? "Name one that is there." : `Did you mean ${nearest}?`;
}

function problem(code: string, file: string, column: string | undefined, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file, ...(column === undefined ? {} : { column }) }, says, fix };
}
