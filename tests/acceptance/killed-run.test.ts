import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { type Client, clientOf, PASSWORD, type RunningServer, signIn } from "../../apps/server/tests/running-server.ts";
import { signedInPage } from "../../apps/web/tests/signed-in-page.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { postgresServer } from "../postgres/postgres-server.ts";
import { openChromium } from "./chromium.ts";
import { COHORT, osteon, place } from "./osteon.ts";

const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/osteon.js", import.meta.url));
const MANAGER = "manager@example.org";
delete process.env.DATABASE_URL;

for (const engine of ENGINES_BELOW)
  describe(`a server that is killed while a study runs (${engine})`, () => {
    const [data, keys, SCRATCH, RUNS] = ["data", "keys", "scratch", "runs"].map((name) =>
      place(`${engine}-${name}`),
    ) as [string, string, string, string];
    const WHERE = ["--data", data, "--keys", keys];
    let server: ChildProcess;
    let address = "";
    let stop = async (): Promise<void> => {};
    before(async () => {
      if (engine === "embedded") return;
      const postgres = await postgresServer();
      process.env.DATABASE_URL = await postgres.newDatabase("migrated");
      stop = () => postgres.stop();
    });
    after(async () => {
      server.kill("SIGKILL");
      delete process.env.DATABASE_URL;
      await stop();
    });

    const serve = async (): Promise<void> => {
      server = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", "--runs", RUNS, ...WHERE], {
        env: { ...process.env, TMPDIR: SCRATCH },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      await new Promise<void>((resolve, reject) => {
        server.stdout?.on("data", (piece) => {
          said += String(piece);
          if (said.includes("Ctrl+C")) resolve();
        });
        server.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
      });
      address = /Registry:\S*\s+\S*?(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1] ?? "";
    };

    test("leaves no chart behind once it is started again, and its run is failed, with the reason", async () => {
      mkdirSync(SCRATCH, { recursive: true });
      const words = ["user", "add", MANAGER, "--name", "Manager", "--role", "data_manager", "--centre", "Dresden"];
      const made = await osteon(...words, ...WHERE, "--json");
      assert.equal(made.code, 0, made.err);
      await serve();
      assert.equal(existsSync(data), engine === "embedded", "it is kept where it should be");
      const token = /welcome#(\w+)/.exec(made.out)?.[1];
      const chosen = { newPassword: PASSWORD, token };
      assert.equal((await clientOf(address, "", "")("POST", "/api/auth/reset-password", chosen)).status, 200);
      const manager = await signIn(address, "", MANAGER);
      const headers = { "content-type": "application/zip", "x-reason": "taken over" };
      const taken = await manager("POST", "/api/imports?commit=yes", cohort(), headers);
      assert.equal(taken.status, 201, taken.text.slice(0, 500));

      const run = String((await manager("POST", "/api/runs", { study: "schnabel-2017" })).json.run);
      await until(async () => {
        const { state } = await runOf(manager, run);
        assert.ok(state === "waiting" || state === "running", `it was killed too late: ${state}`);
        return charts(RUNS).length > 0 && charts(SCRATCH).length > 0;
      });
      server.removeAllListeners("exit");
      const ended = once(server, "exit");
      server.kill("SIGKILL");
      await ended;
      assert.ok(charts(RUNS).length > 0 && charts(SCRATCH).length > 0, "a kill leaves charts behind");

      await serve();
      const cut = await runOf(await signIn(address, "", MANAGER), run);
      assert.equal(cut.state, "failed");
      assert.deepEqual(
        (cut.problems as { code: string }[]).map(({ code }) => code),
        ["run-cut"],
      );
      const browser = await openChromium();
      try {
        const page = await signedInPage(browser, { address } as RunningServer, await signIn(address, "", MANAGER));
        await page.goto(`${address}/study`);
        await page.getByText("failed", { exact: true }).waitFor();
        await page.getByText("The server ended while the study ran. Run the study again.").waitFor();
      } finally {
        await browser.close();
      }
      assert.deepEqual([...charts(RUNS), ...charts(SCRATCH)], []);
      assert.deepEqual(
        readdirSync(RUNS).flatMap((registry) => readdirSync(join(RUNS, registry))),
        [],
      );
    });
  });

/** The cohort as an archive, as it is uploaded. */
const cohort = (): Uint8Array =>
  zipSync(
    Object.fromEntries(
      readdirSync(COHORT)
        .filter((file) => file.endsWith(".csv"))
        .map((file) => [file, readFileSync(join(COHORT, file))]),
    ),
  );

/** The files of charts within a folder, at any depth; a folder that is gone has none. */
function charts(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return charts(path);
    return /^patient\.(csv|parquet)$/.test(entry.name) ? [path] : [];
  });
}

const runOf = async (who: Client, run: string) => (await who("GET", `/api/runs/${run}`)).json;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
