// Run as a process: command lines of a JSON list, one after the other; says as JSON how each ended, and then has nothing left to do.
import { osteon } from "./osteon.ts";

const calls: readonly { readonly words: readonly string[]; readonly databaseUrl?: string }[] = JSON.parse(
  process.argv[2] ?? "[]",
);
const ended: unknown[] = [];
for (const { words, databaseUrl } of calls) {
  if (databaseUrl !== undefined) process.env.DATABASE_URL = databaseUrl;
  ended.push(await osteon(...words));
  delete process.env.DATABASE_URL;
}
console.log(JSON.stringify(ended));
