import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DrillReport } from "@osteon/registry";
import { EXIT, Stop } from "@osteon/run/exit-code";
import type { Language } from "@osteon/words";
import type { Command } from "commander";
import { problemLanguageOption } from "../terminal/language-option.ts";
import { progressBar } from "../terminal/progress.ts";
import { bold, cyan, dim, green, onWebBuild, red, say, sayJson } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";
import { portNumber } from "./port-number.ts";
import { hereOrThere, type Place, withPlace } from "./registry-place.ts";
import { addUser } from "./user.ts";

/** The commands of the one who runs a registry: serve, user, backup, restore, audit. */
export function addRegistry(program: Command, finish: (code: number) => void): void {
  addServe(program);
  addUser(program);
  addBackup(program);
  addRestore(program, finish);
  addAudit(program, finish);
}

function addServe(program: Command): void {
  withPlace(
    program.command("serve").description("serve the registry: sign-in, charts, import, export, runs, under /api"),
  )
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--port <number>", "port to listen on; 0 takes any free one", portNumber, 4117)
    .option("--address <url>", "where browsers reach it, as https://registry.example.org, behind a proxy")
    .option(
      "--proxies <addresses>",
      "addresses of proxies that tell the client's own, as 10.0.0.0/8; with --address this machine's without it, else none",
    )
    .option("--runs <folder>", "folder for runs of studies", "runs")
    .option("--studies <folder>", "folder of the studies that may be run; those that come with Osteon without it")
    .action(
      async (options: Place & { host: string; port: number; runs: string; studies?: string; proxies?: string }) => {
        const { serveRegistry } = await import("@osteon/server");
        const { address } = await serveRegistry({ ...options, log: true, onWebBuild });
        say(`${bold("Registry:")} ${cyan(address)}   ${dim("(Ctrl+C ends it)")}`);
      },
    );
}

function addBackup(program: Command): void {
  withPlace(
    program
      .command("backup")
      .description("back the registry up while it is in use; the file appears whole or not at all"),
  )
    .requiredOption("--out <file>", "file to write")
    .option("--key-file <file>", "encrypt with this key: 64 hex digits, as `openssl rand -hex 32` writes them")
    .option("--json", "answer in JSON")
    .action(async ({ out, keyFile, json, ...place }: Place & { out: string; keyFile?: string; json?: true }) => {
      const body = { out: resolve(out), ...(keyFile === undefined ? {} : { keyFile: resolve(keyFile) }) };
      const { tables } = (await hereOrThere(place, "backup", body)) as {
        tables: Record<string, { rows: number }>;
      };
      const rows = Object.values(tables).reduce((total, one) => total + one.rows, 0);
      if (json === true) sayJson({ ok: true, file: out, rows, encrypted: keyFile !== undefined });
      else
        say(
          `${rows} rows of ${Object.keys(tables).length} tables in ${out}${keyFile === undefined ? ", not encrypted" : ""}`,
        );
    });
}

function addRestore(program: Command, finish: (code: number) => void): void {
  withPlace(
    program
      .command("restore")
      .description("restore a backup into an empty registry, or with --drill aside, to see whether it would work"),
  )
    .argument("<file>", "a backup")
    .option("--drill", "restore into a store that is thrown away, and compare rows, sequences and the audit chain")
    .option("--key-file <file>", "the key it was encrypted with")
    .option("--json", "answer in JSON")
    .action(
      async (
        file: string,
        { drill: asDrill, keyFile, json, ...place }: Place & { drill?: true; keyFile?: string; json?: true },
      ) => {
        const { drill, restoreBackup } = await import("@osteon/registry");
        const { openUnmigrated, readBackupKey } = await import("@osteon/server");
        const { key } = await readBackupKey(keyFile);
        if (asDrill === true) {
          const report = await drill(resolve(file), key).catch(stopped);
          if (report.differences.length > 0) finish(EXIT.differs);
          const noted = await noteDrill(place, file, report);
          if (json === true) return sayJson({ ...report, noted });
          say(report.differences.length === 0 ? green("The drill passed.") : red("The drill failed."));
          say(`${report.rows} rows and ${report.auditEntries} entries of the trail, backed up ${report.takenAt}`);
          for (const one of report.differences) say(`  ${red("✗")} ${one}`);
          if (!noted) say(dim(`No registry in ${place.data}: the drill is noted nowhere.`));
          return;
        }
        const bar = progressBar("restore");
        const database = await openUnmigrated({ data: resolve(place.data) });
        try {
          const { head, end } = await restoreBackup(database, resolve(file), key, bar.step).catch(stopped);
          const rows = Object.values(end.tables).reduce((total, one) => total + one.rows, 0);
          if (json === true) sayJson({ ok: true, rows, takenAt: head.takenAt });
          else say(`${rows} rows restored, as they were at ${head.takenAt}. Everyone signs in anew.`);
        } finally {
          bar.end();
          await database.close();
        }
      },
    );
}

/** Notes the drill in the registry, where there is one: a drill may be run on another machine. */
async function noteDrill(place: Place, file: string, report: DrillReport): Promise<boolean> {
  if ((process.env.DATABASE_URL ?? "") === "" && !existsSync(join(resolve(place.data), "postgres"))) return false;
  const { takenAt, rows, auditEntries, differences } = report;
  const told = JSON.stringify({ takenAt, rows, auditEntries, differences: differences.length });
  await hereOrThere(place, "note-drill", { file, report: told });
  return true;
}

function stopped(error: Error): never {
  throw new Stop(EXIT.problems, error.message);
}

function addAudit(program: Command, finish: (code: number) => void): void {
  const audit = program.command("audit").description("the audit trail");
  audit
    .command("verify")
    .description(
      "check an exported trail (.ndjson or .csv) from the file alone: every hash, every link, the order, the end",
    )
    .argument("<file>", "an export")
    .addOption(problemLanguageOption())
    .option("--json", "answer in JSON")
    .action(async (file: string, { json, language }: { json?: true; language: Language }) => {
      const { verifyAuditFile } = await import("@osteon/registry");
      const verdict = await verifyAuditFile(resolve(file)).catch((error: Error) => {
        throw new Stop(EXIT.notFound, `${file} cannot be read: ${error.message}`);
      });
      if (verdict.problems.length > 0) {
        finish(EXIT.problems);
        return await showProblems(verdict.problems, json === true, language);
      }
      if (json === true) return sayJson({ ok: true, entries: verdict.entries, chains: verdict.chains });
      say(`${green("The trail holds.")} ${verdict.entries} entries in ${verdict.chains.length} chains:`);
      for (const { head, link, hash } of verdict.chains)
        say(`  ${head}: ${link} links, ending in ${hash.slice(0, 16)}`);
    });
}
