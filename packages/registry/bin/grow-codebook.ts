// npm run codebook: after a change of the codebook, writes what follows from it, the next step of the registry's schema among them.
//   npm run codebook -- --by-hand step_31_name   the step was written by hand, since a generated one would lose data
//   npm run codebook -- --release                closes the version: what is new after it belongs to the next
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CODEBOOK, CODEBOOK_VERSION, referencePage } from "@osteon/codebook";
import { migrations } from "../src/database/migrate.ts";
import { type CodebookLock, grow, lockText } from "../src/schema/codebook-lock.ts";

const LOCK = new URL("../../codebook/codebook.lock.json", import.meta.url);
const PAGE = new URL("../../../docs/reference/codebook.md", import.meta.url);
const stepFile = (name: string): URL => new URL(`../migrations/${name}.sql`, import.meta.url);

const { values } = parseArgs({ options: { "by-hand": { type: "string" }, release: { type: "boolean" } } });
const lock: CodebookLock = JSON.parse(readFileSync(LOCK, "utf8"));

const growth = grow(
  CODEBOOK,
  lock,
  migrations().map(({ name }) => name),
  values["by-hand"] === undefined ? undefined : writtenByHand(values["by-hand"]),
);
if (growth.kind === "refused") {
  for (const { about, says, byHand } of growth.refusals) console.error(`${about}: ${says}\n  ${byHand}`);
  console.error(
    "Nothing was written. A step that you write yourself is told by `npm run codebook -- --by-hand step_NN_name`.",
  );
  process.exitCode = 1;
} else {
  const next = growth.kind === "grown" ? growth.lock : lock;
  if (growth.kind === "grown" && values["by-hand"] === undefined) {
    writeFileSync(stepFile(growth.step.name), growth.step.text, { flag: "wx" });
    console.log(`packages/registry/migrations/${growth.step.name}.sql`);
  }
  if (values.release === true && next.released >= CODEBOOK_VERSION)
    console.log(`Version ${next.released} is released already, and nothing is new.`);
  const released = values.release === true ? CODEBOOK_VERSION : next.released;
  writeFileSync(LOCK, lockText({ ...next, released: Math.max(released, next.released) }));
  writeFileSync(PAGE, referencePage());
  console.log(
    growth.kind === "none"
      ? "The lock holds the codebook already; its page is written anew."
      : "The lock and the page of the codebook are written.",
  );
}

function writtenByHand(name: string) {
  const file = stepFile(name);
  if (!existsSync(file)) throw new Error(`there is no packages/registry/migrations/${name}.sql: write it first`);
  return { name, text: readFileSync(file, "utf8") };
}
