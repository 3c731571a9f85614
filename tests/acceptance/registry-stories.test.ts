import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Client, clientOf, PASSWORD, signIn } from "../../apps/server/tests/running-server.ts";
import { postgresServer } from "../postgres/postgres-server.ts";
import { osteon, place } from "./osteon.ts";

const PATIENTS = fileURLToPath(new URL("../../studies/schnabel-2017/cohort/patient.csv", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/osteon.js", import.meta.url));

/** Names of folders, of more than 200 bytes together: with blanks, with umlauts. */
const LONG_NAMES = ["ä".repeat(60), "o".repeat(60), "ein Ordner mit Namen ".repeat(3).trim()];

const SOAK = process.env.OSTEON_SOAK !== undefined;

// A newcomer has the embedded engine; that a start does the same beside a server is asked in the soak.
for (const engine of SOAK ? (["embedded", "server"] as const) : (["embedded"] as const)) {
  describe(`a newcomer's registry (${engine})`, () => {
    const folder = place(join(`Küche der Ärzte (${engine})`, ...LONG_NAMES));
    const folders = { data: join(folder, "data"), keys: join(folder, "keys") };
    const out = place(`run-${engine}`);
    let environment: NodeJS.ProcessEnv = { ...process.env };
    let started: ChildProcess;
    let address = "";
    let said = "";
    let admin: Client;
    let stop: () => Promise<void> = async () => {};

    const start = async (words: readonly string[] = ["start", "--out", out]): Promise<void> => {
      said = "";
      started = spawn(
        process.execPath,
        [PROGRAM, ...words, "--port", "0", "--data", folders.data, "--keys", folders.keys],
        {
          env: environment,
          cwd: place("."),
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      await new Promise<void>((resolve, reject) => {
        started.stdout?.on("data", (text) => {
          said += text;
          if (said.includes("Ctrl+C ends it")) resolve();
        });
        started.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
      });
      address = /Registry:\s+(http:\/\/[^/\s]+)/.exec(said)?.[1] ?? "";
    };
    const end = (signal: NodeJS.Signals): Promise<number | null> =>
      new Promise((resolve) => {
        started.removeAllListeners("exit");
        started.once("exit", (code) => resolve(code));
        started.kill(signal);
      });

    before(async () => {
      assert.ok(Buffer.byteLength(folder) > 200);
      if (engine === "server") {
        const server = await postgresServer();
        environment = { ...environment, DATABASE_URL: await server.newDatabase() };
        stop = () => server.stop();
      }
      await start();
    });
    after(async () => {
      started.kill("SIGKILL");
      await stop();
    });

    const user = async (name: string, ...role: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
      const words = ["user", "add", `${name.toLowerCase()}@example.org`, "--name", name, "--role", ...role];
      const { code, out, err } = await osteon(...words, "--data", folders.data, "--keys", folders.keys, "--json");
      assert.equal(code, 0, err);
      return JSON.parse(out);
    };

    test("a one-time link makes the administrator, who sees the Dresden children", async () => {
      const token = /welcome#(\w+)/.exec(said)?.[1];
      const nobody = clientOf(address, "", "");
      assert.equal((await nobody("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token })).status, 200);
      admin = await signIn(address, "", "admin@osteon.localhost");
      const { json } = await admin("GET", "/api/dashboard");
      assert.deepEqual(json.centres, [
        {
          centre: "Dresden",
          patients: 112,
          visits: 756,
          drafts: 0,
          openQueries: 0,
          locks: 0,
        },
      ]);
    });

    // Where the embedded engine is, a command beside the server asks it over a socket, which must be found from such a folder.
    if (engine === "embedded")
      test("beside it somebody is invited by a command", async () => {
        assert.match(String((await user("Ada", "administrator")).link), /welcome#\w{64}/);
      });

    test("the report stands beside the API, for everyone", async () => {
      const { status, text } = await clientOf(address, "", "")("GET", "/report/");
      assert.equal(status, 200);
      assert.match(text, /chronic nonbacterial osteomyelitis/);
      for (const path of ["/report/../results.json", "/report/%2e%2e/results.json", "/report/..%2fresults.json"]) {
        assert.equal((await clientOf(address, "", "")("GET", path)).status, 404, path);
      }
    });

    test("the study run from the registry gives the same results as from the chart folder", async () => {
      const asked = await admin("POST", "/api/runs", { study: "schnabel-2017" });
      assert.equal(asked.status, 202);
      const run = await ended(admin, String(asked.json.run));
      assert.equal(run.state, "done", JSON.stringify(run));
      const { inputs, results } = (await admin("GET", `/api/runs/${asked.json.run}/results.json`)).json;
      const ofFolder = JSON.parse(readFileSync(`${out}/results.json`, "utf8"));
      assert.deepEqual(results, ofFolder.results);
      // The registry's freeze carries its follow-up plan beside the charts, which are the same.
      const { freezeHash, chartsHash, ...made } = inputs as Record<string, string>;
      assert.deepEqual({ ...made, freezeHash: chartsHash }, ofFolder.inputs);
      assert.notEqual(freezeHash, chartsHash);
      assert.match((await admin("GET", `/api/runs/${asked.json.run}/report/index.html`)).text, /Synthetic/);
      if (!SOAK) return;
      const again = await admin("POST", "/api/runs", { study: "schnabel-2017" });
      assert.equal((await ended(admin, String(again.json.run))).freezeHash, run.freezeHash);
    });

    // This has nothing to do with the engine: it is looked at on one of them, and in the soak on both.
    if (engine === "embedded" || SOAK)
      test("a run tells what stands behind its numbers, and its curves under another clock", async () => {
        const { json } = await admin("GET", "/api/runs");
        const path = `/api/runs/${(json.runs as { run: string }[])[0]?.run}`;
        const behind = async (result: string, clock = "diagnosis") =>
          (await admin("GET", `${path}/members?result=${encodeURIComponent(result)}&clock=${clock}`)).json as {
            result: string;
            children: readonly { centre: string; patient: string }[];
          };
        const listed = await osteon("members", "schnabel-2017", "relapsed.all.n", "--run", out, "--json");
        assert.deepEqual(
          (await behind("relapsed.all.percent")).children,
          (JSON.parse(listed.out).patients as string[]).map((patient) => ({ centre: "Dresden", patient })),
        );
        assert.equal((await admin("GET", `${path}/members?result=no-such.all.n`)).status, 404);
        const { tables } = (await admin("GET", `${path}/pages`)).json as {
          tables: Record<string, { rows: unknown[] }>;
        };
        assert.ok((tables["table-1"]?.rows.length ?? 0) > 20);
        // A child's relapse lies as many days later from the first symptom as the diagnosis does.
        const charts = new Map(
          readFileSync(PATIENTS, "utf8")
            .split("\n")
            .slice(1)
            .map((line) => [line.split(",")[0] ?? "", line.split(",")]),
        );
        const relapses = async (clock: string) => {
          const { json: told } = await admin("GET", `${path}/survival?analysis=relapse-free&clock=${clock}`);
          return (told.rows as { id: string; statistic: string; value: number; at: number }[]).filter(
            ({ statistic, value }) => statistic === "step-events" && value === 1,
          );
        };
        const fromOnset = await relapses("onset");
        assert.ok(fromOnset.length > 20, `${fromOnset.length} days with one relapse`);
        const days = new Map<string, number>();
        for (const { id, at } of (await relapses("diagnosis")).slice(0, 4))
          days.set((await behind(id)).children[0]?.patient ?? "", at);
        let compared = 0;
        for (const { id, at } of fromOnset) {
          if (compared === 2) break;
          const child = (await behind(id, "onset")).children[0]?.patient ?? "";
          const known = days.get(child);
          const [onset = "", diagnosed = ""] = charts.get(child)?.slice(5, 7) ?? [];
          if (known === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(onset)) continue;
          assert.equal(at - known, (Date.parse(diagnosed) - Date.parse(onset)) / 86_400_000, child);
          compared++;
        }
        assert.ok(compared > 0, "no child was compared");
      });

    test("killed, it comes back with everything, the link gone", async () => {
      await end("SIGKILL");
      // A start runs the study again; what it finds of the registry is the same for a server that only serves.
      await start(SOAK && engine === "embedded" ? undefined : ["serve", "--runs", place("out/runs")]);
      assert.doesNotMatch(said, /Administrator, once/);
      const again = await signIn(address, "", "admin@osteon.localhost");
      const { json } = await again("GET", "/api/dashboard");
      assert.equal((json.centres as { patients: number }[])[0]?.patients, 112);
      admin = again;
    });

    test("an online backup is drilled; the trail is verified on its own", async () => {
      const [file, key] = [place(`backup-${engine}`), place(`key-${engine}`)];
      writeFileSync(key, "5f".repeat(32));
      const where = ["--data", folders.data, "--keys", folders.keys];
      const saved = process.env.DATABASE_URL;
      if (environment.DATABASE_URL !== undefined) process.env.DATABASE_URL = environment.DATABASE_URL;
      try {
        const made = await osteon("backup", "--out", file, "--key-file", key, ...where, "--json");
        assert.equal(made.code, 0, made.err);
        assert.ok(JSON.parse(made.out).rows > 13_000);
        const invited = await user("Nurse", "study_nurse", "--centre", "Dresden");
        assert.match(String(invited.link), /welcome#\w{64}/);
        const drilled = await osteon("restore", file, "--drill", "--key-file", key, ...where);
        assert.equal(drilled.code, 0, drilled.out + drilled.err);
        assert.match(drilled.out, /The drill passed/);
      } finally {
        if (saved === undefined) delete process.env.DATABASE_URL;
        else process.env.DATABASE_URL = saved;
      }
      const { backups, drills } = (await admin("GET", "/api/administration/backups")).json as Record<
        string,
        { file: string; told: { differences?: number } }[]
      >;
      assert.deepEqual([backups?.[0]?.file, drills?.[0]?.file], [basename(file), basename(file)]);
      assert.equal(drills?.[0]?.told.differences, 0);
      const trail = place(`trail-${engine}.ndjson`);
      writeFileSync(trail, (await admin("GET", "/api/audit/trail.ndjson")).text);
      const verified = await osteon("audit", "verify", trail);
      assert.match(verified.out, /The trail holds/);
      writeFileSync(trail, readFileSync(trail, "utf8").replace('"Dresden"', '"Dresdem"'));
      assert.equal((await osteon("audit", "verify", trail)).code, 3);
    });

    if (engine === "embedded") {
      test("a second server on the same folder is refused with the pid of the first", async () => {
        const { code, err } = await osteon("serve", "--data", folders.data, "--keys", folders.keys, "--port", "0");
        assert.equal(code, 1);
        assert.match(err, new RegExp(`in use by process ${started.pid}`));
      });
    }

    test("it ends at once when asked to", async () => {
      assert.equal(await end("SIGTERM"), 0);
    });
  });
}

async function ended(admin: Client, run: string): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const { json } = await admin("GET", `/api/runs/${run}`);
    if (json.state === "done" || json.state === "failed") return json;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
