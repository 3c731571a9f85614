import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** A browser: the system's own, installed by apt where it is missing and may be; elsewhere the one that Playwright keeps. */
export async function openChromium(): Promise<Browser> {
  const found = onPath() ?? installed();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return await chromium.launch({ args, ...(found === undefined ? {} : { executablePath: found }) });
}

function onPath(): string | undefined {
  const places = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => places.map((place) => `${place}/${name}`)).find((file) => existsSync(file));
}

function installed(): string | undefined {
  const may = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!may || existsSync(chromium.executablePath())) return undefined;
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" } as const;
  execFileSync("apt-get", ["update", "-qq"], quiet);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  return onPath();
}
