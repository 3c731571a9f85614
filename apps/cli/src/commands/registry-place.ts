import { resolve } from "node:path";
import type { Command } from "commander";
import { progressBar } from "../terminal/progress.ts";

/** Where a registry and its keys are kept. */
export interface Place {
  readonly data: string;
  readonly keys: string;
  readonly address?: string;
}

export function withPlace(command: Command): Command {
  return command
    .option("--data <folder>", "folder of the embedded engine; DATABASE_URL names a PostgreSQL server instead", "data")
    .option(
      "--keys <folder>",
      "folder of the keys, made at the first start; keep a copy apart from the backups",
      "data.keys",
    );
}

/** Carries a command out here, or in the server that has the registry open. */
export async function hereOrThere(
  { data, keys, address = "http://127.0.0.1:4117" }: Place,
  command: string,
  body: Record<string, string>,
): Promise<unknown> {
  const server = await import("@osteon/server");
  return await server.hereOrThere({ data: resolve(data), keys: resolve(keys), address }, command, body, progressBar);
}
