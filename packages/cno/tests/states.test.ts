import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { OUTCOME_STATES, STATE_REASONS } from "@osteon/cno";
import { CODEBOOK } from "@osteon/codebook";
import { CLINICAL_STATES } from "../../publish/src/svg/palette.ts";

const model = (path: string): string => readFileSync(new URL(`../models/${path}.sql`, import.meta.url), "utf8");

/** The texts that a CASE, or those within it, answer with; the CASE that ends in `AS name`. */
function answersOf(sql: string, name: string): readonly string[] {
  const end = new RegExp(String.raw`\bEND AS ${name}\b`).exec(sql)?.index ?? -1;
  assert.ok(end > 0, `no CASE ends AS ${name}`);
  let depth = 1;
  let begin = end;
  for (const { 0: word, index } of [...sql.slice(0, end).matchAll(/\b(CASE|END)\b/g)].reverse()) {
    depth += word === "END" ? 1 : -1;
    begin = index;
    if (depth === 0) break;
  }
  return [...sql.slice(begin, end).matchAll(/\b(?:THEN|ELSE)\s+'([^']+)'/g)].map(([, text = ""]) => text);
}

const VISIT = model("timeline/line_visit");
const RESPONSE = model("analysis/response");

test("models write the states that are told here, and each of these is written by one", () => {
  const written = [...answersOf(VISIT, "state"), ...answersOf(RESPONSE, "outcome_state")];
  assert.deepEqual([...new Set(written)].sort(), Object.keys(OUTCOME_STATES).sort());
});

test("models write the reasons that are told here, and each of these is written by one", () => {
  const written = [...answersOf(VISIT, "reason"), ...answersOf(RESPONSE, "reason")];
  assert.deepEqual([...new Set(written)].sort(), Object.keys(STATE_REASONS).sort());
});

test("figures have a colour for each state that a child can be seen in, in the same order", () => {
  const unseen = ["undetermined", "not_seen"];
  assert.deepEqual(
    Object.keys(CLINICAL_STATES),
    Object.keys(OUTCOME_STATES).filter((state) => !unseen.includes(state)),
  );
});

/** Every list of texts in a value, however deep. */
function listsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(listsIn);
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? [value, ...inside] : inside;
}

test("analyses of studies count states that are told here, or that a model of theirs writes", () => {
  const root = new URL("../../../", import.meta.url);
  const locks = globSync("studies/*/study.lock.json", { cwd: root });
  assert.ok(locks.length >= 4);
  for (const lock of locks) {
    const { protocol, models } = JSON.parse(readFileSync(new URL(lock, root), "utf8"));
    const written = new Set(
      (models as readonly { readonly sql: string }[]).flatMap(({ sql }) => sql.match(/'[^'\n]*'/g) ?? []),
    );
    const counted = listsIn(protocol.analyses).filter((list) => list.some((one) => one.endsWith("_remission")));
    const unknown = counted.flat().filter((one) => !Object.hasOwn(OUTCOME_STATES, one) && !written.has(`'${one}'`));
    assert.deepEqual(unknown, [], lock);
  }
});

test("what a physician judges at a visit has the codes of the rules", () => {
  const judged = CODEBOOK.flatMap(({ fields }) =>
    fields.flatMap(({ type }) => (type.kind === "choice" ? [type.choices.map(({ code }) => code)] : [])),
  ).find((codes) => codes.includes("full_remission"));
  for (const state of ["full_remission", "partial_remission", "relapse"]) assert.ok(judged?.includes(state), state);
});
