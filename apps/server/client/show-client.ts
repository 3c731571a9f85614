import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inventedRegistry } from "./invented-registry.ts";
import { generateClient, printedBy, programsOf, pythonWithGenerator } from "./python-client.ts";

/** `npm run client`: a client that a foreign generator makes of `/api/openapi.json` reads a child of an invented registry, by a personal token. */
const python = await pythonWithGenerator();
if ("lacks" in python) process.stdout.write(`${python.lacks}\n`);
else {
  const registry = await inventedRegistry("embedded");
  const folder = mkdtempSync(join(tmpdir(), "osteon-client-"));
  try {
    const { address, token } = registry;
    const document = await (await fetch(`${address}/api/openapi.json`)).text();
    process.stdout.write(await generateClient(python.bin, document, folder));
    const program = programsOf("python").at(-1) ?? "";
    process.stdout.write(
      `\n${program}\n${await printedBy(join(python.bin, "python"), program, { folder, address, token })}`,
    );
  } finally {
    await registry.end();
    rmSync(folder, { recursive: true });
  }
}
