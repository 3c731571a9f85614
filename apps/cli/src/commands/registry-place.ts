import { resolve } from "node:path";
import type { Command } from "commander";

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

export const located = ({ data, keys, address = "http://127.0.0.1:4117" }: Place) => ({
  data: resolve(data),
  keys: resolve(keys),
  address,
});
