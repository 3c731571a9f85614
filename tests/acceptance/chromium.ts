import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** The headless shell first: it draws no window around a page, which saves a third of what a test with a page costs. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome"];

/** A browser: the system's own, installed by apt where it is missing and may be; elsewhere the one that Playwright keeps. */
export async function openChromium(): Promise<Browser> {
  const found = onPath() ?? installed();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return await chromium.launch({ args, ...(found === undefined ? {} : { executablePath: found }) });
}

/** Before many tests: the headless shell beside a Chromium of apt's, of the same version, where that is at hand without asking the network for news. */
export function addHeadlessShell(): void {
  if (!mayInstall() || onPath([SHELL]) !== undefined) return;
  const asked = spawnSync("dpkg-query", ["-W", "-f", "${Version}", "chromium-common"], { encoding: "utf8" });
  if (asked.status === 0) apt("install", "-y", "--no-install-recommends", `${SHELL}=${asked.stdout}`);
}

function onPath(names: readonly string[] = NAMES): string | undefined {
  const places = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => places.map((place) => `${place}/${name}`)).find((file) => existsSync(file));
}

function installed(): string | undefined {
  if (!mayInstall() || existsSync(chromium.executablePath())) return undefined;
  apt("update");
  for (const name of [SHELL, "chromium"])
    if (onPath() === undefined) apt("install", "-y", "--no-install-recommends", name);
  return onPath();
}

const mayInstall = (): boolean => process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;

/** A failure shows in the browser that is not there. */
function apt(...words: readonly string[]): void {
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" } as const;
  spawnSync("apt-get", ["-qq", ...words], quiet);
}
