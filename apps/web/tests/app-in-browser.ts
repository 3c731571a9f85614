import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { migratedFolder } from "../../../packages/registry/tests/migrated-stores.ts";

const OSTEON = fileURLToPath(new URL("../../cli/bin/osteon.js", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How long a page is waited for, in ms: a busy machine is no fault, so only what never comes is one. */
export const PATIENCE = 120_000;

export const PASSWORD = "correct horse battery staple";

/** What `npm start` starts, in a process and folders of its own. */
export interface StartedOsteon {
  readonly address: string;
  /** The administrator's one-time link; empty once a password was set. */
  readonly link: string;
  readonly folder: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Serves the same folders at the same address again, without the study that a start runs first. */
  again(): Promise<StartedOsteon>;
  /** Ends it and takes its folders away; with what code it ended. */
  end(): Promise<number | null>;
}

/**
 * Starts Osteon as a newcomer does and waits until it says where it is. Its store has taken the migrations already: that a start
 * takes them is seen in `tests/acceptance/registry-stories.test.ts`.
 */
export async function startOsteon(): Promise<StartedOsteon> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-web-"));
  cpSync(await migratedFolder(), join(folder, "data"), { recursive: true });
  return await startIn(folder, "start", "--port", "0", "--out", join(folder, "out"));
}

async function startIn(own: string, ...words: readonly string[]): Promise<StartedOsteon> {
  const { DATABASE_URL: _server, ...env } = process.env;
  const started = spawn(
    process.execPath,
    [OSTEON, ...words, "--data", join(own, "data"), "--keys", join(own, "keys")],
    { env, cwd: own, stdio: ["ignore", "pipe", "inherit"] },
  );
  const said = await until(started, /Ctrl\+C/);
  const address = /Registry:\s+(http:\S+?)\/?\s/.exec(said)?.[1] ?? "";
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (started.exitCode !== null || started.signalCode !== null) return;
    started.kill(signal);
    await once(started, "exit");
  };
  return {
    address,
    link: /once:\s+(\S+)/.exec(said)?.[1] ?? "",
    folder: own,
    kill: () => stop("SIGKILL"),
    again: () => startIn(own, "serve", "--port", new URL(address).port, "--runs", join(own, "out/runs")),
    end: async () => {
      await stop("SIGTERM");
      await rm(own, { recursive: true, force: true });
      return started.exitCode;
    },
  };
}

async function until(child: ChildProcess, wanted: RegExp): Promise<string> {
  let said = "";
  return await new Promise((resolve, reject) => {
    child.stdout?.on("data", (piece) => {
      said += String(piece);
      if (wanted.test(said)) resolve(said);
    });
    child.once("exit", (code) => reject(new Error(`Osteon ended with ${code}: ${said}`)));
  });
}

/** Signs in at the page that stands before every other. */
export async function signInAt(page: Page, address: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${address}/patients`);
  await page.getByLabel(/^E-[Mm]ail/).fill(email);
  await page.getByLabel(/^(Password|Passwort)/).fill(password);
  await page.getByRole("button", { name: /^(Sign in|Anmelden)$/ }).click();
  await page.getByRole("navigation").first().waitFor();
}

/** What axe finds on a page; it is run past the page's policy, which allows no script from elsewhere. */
export async function violations(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  // It stays on a page that leads to another without being loaded anew.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const found = await page.evaluate<string[]>(
    `axe.run(document, { resultTypes: ["violations"], preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then((r) => r.violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")))`,
  );
  // The policy holds again with the next page.
  await session.detach();
  return found;
}

/** Sets language and theme of a device as the menu would, before the first page. */
export async function onDevice(page: Page, language: "en" | "de", theme: "light" | "dark" = "light"): Promise<void> {
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem("osteon.language", chosenLanguage ?? "en");
      localStorage.setItem("osteon.theme", chosenTheme ?? "light");
    },
    [language, theme],
  );
}
