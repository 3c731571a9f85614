import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter } from "node:path";
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from "playwright-core";

/** The headless shell first: it draws no window around a page, which saves a third of what a test with a page costs. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome"];

/** Where a run of several files answers with the address of a browser for all of them. */
const SHARED = "OSTEON_TEST_BROWSER";

/**
 * A browser: the system's own, installed by apt where it is missing and may be; elsewhere the one that Playwright keeps.
 * Where several files run together it is one process for all; contexts of one file are no other's, and closing ends one's own.
 */
export async function openChromium(): Promise<Browser> {
  const shared = process.env[SHARED];
  if (shared === undefined) return await chromium.launch(howToLaunch());
  const answer = await fetch(shared);
  if (!answer.ok) throw new Error(`the shared browser did not start: ${await answer.text()}`);
  return await chromium.connect(await answer.text(), { timeout: 0 });
}

/** Lets the processes started after this share a browser, which starts when the first of them asks for it. */
export async function shareChromium(): Promise<{ stop(): Promise<void> }> {
  let browser: Promise<BrowserServer> | undefined;
  const desk = createServer((_, response) => {
    browser ??= chromium.launchServer({ ...howToLaunch(), host: "127.0.0.1" });
    browser.then(
      (started) => response.end(started.wsEndpoint()),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  process.env[SHARED] = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
  return {
    stop: async () => {
      desk.close();
      desk.closeAllConnections();
      await (await browser?.catch(() => undefined))?.close();
    },
  };
}

function howToLaunch(): LaunchOptions {
  const found = onPath() ?? installed();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { args, ...(found === undefined ? {} : { executablePath: found }) };
}

/** Before many tests: the headless shell beside a Chromium of apt's, of the same version, where that is at hand without asking the network for news. */
export function addHeadlessShell(): void {
  if (!mayInstall() || onPath([SHELL]) !== undefined) return;
  // A line of name and version, with a tab between.
  const { status, stdout } = spawnSync("dpkg-query", ["-W", "chromium-common"], { encoding: "utf8" });
  const [, version] = stdout?.trim().split("\t") ?? [];
  if (status === 0 && version !== undefined) apt("install", "-y", "--no-install-recommends", `${SHELL}=${version}`);
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
