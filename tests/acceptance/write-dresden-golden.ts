import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Golden, goldenOf, goldenText } from "./dresden-golden.ts";

/** `node tests/acceptance/write-dresden-golden.ts RUN`: the golden file from a run's folder. Results stay those of the file. */
const FILE = new URL("./dresden-golden.json", import.meta.url);
const [run = "out/schnabel-2017"] = process.argv.slice(2);
const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Golden) : undefined;
writeFileSync(FILE, goldenText(await goldenOf(resolve(run), before)));
