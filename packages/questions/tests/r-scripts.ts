import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { place } from "../../../tests/acceptance/osteon.ts";

export const hasR = (): boolean => spawnSync("Rscript", ["--version"]).status === 0;

/** A script that a command printed with --r, and lines of R that `say("name", numbers)` after it has run. */
export interface RScript {
  readonly script: string;
  readonly tell: string;
}

/** Runs scripts in one R, each in an environment of its own, and returns the numbers they told by name; NA is null. */
export function toldByR(scripts: readonly RScript[]): readonly ReadonlyMap<string, readonly (number | null)[]>[] {
  const folder = place("r-scripts");
  mkdirSync(folder, { recursive: true });
  const runs = scripts.map(({ script, tell }, i) => {
    const path = join(folder, `${i}.R`);
    writeFileSync(path, `${script}\nsink()\n${tell}\n`);
    return `say <- function(what, x) cat(${i}, what, format(as.numeric(x), digits = 17, trim = TRUE), "\\n", sep = "\\t")
sink(nowhere); tryCatch(suppressWarnings(suppressMessages(source(${JSON.stringify(path)}, local = new.env(), echo = FALSE))),
  error = function(e) { while (sink.number() > 0) sink(); cat(${i}, "error", conditionMessage(e), "\\n", sep = "\\t") })`;
  });
  const all = join(folder, "all.R");
  writeFileSync(all, `options(warn = -1)\nnowhere <- file("/dev/null", "w")\n${runs.join("\n")}\n`);
  const said = execFileSync("Rscript", [all], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = scripts.map(() => new Map<string, readonly (number | null)[]>());
  for (const line of said.split("\n")) {
    const [place, what, ...values] = line.split("\t");
    if (what === undefined) continue;
    if (what === "error") throw new Error(`R: ${values.join(" ")}\n${scripts[Number(place)]?.script}`);
    told[Number(place)]?.set(
      what,
      values.filter((value) => value.trim() !== "").map((value) => (/^(NA|NaN)$/.test(value) ? null : Number(value))),
    );
  }
  return told;
}
