import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type InventedRegistry, inventedRegistry } from "../client/invented-registry.ts";
import {
  generateClient,
  printedBy,
  programsOf,
  pythonWithGenerator,
  whatPythonLacks,
} from "../client/python-client.ts";

describe("programs of the page on Python and R", () => {
  let registry: InventedRegistry;
  const folder = mkdtempSync(join(tmpdir(), "osteon-client-"));
  before(async () => {
    registry = await inventedRegistry("server");
  });
  after(async () => {
    await registry?.end();
    rmSync(folder, { recursive: true });
  });
  const where = () => ({ folder, address: registry.address, token: registry.token });

  test("Python alone reads a child, and not the one who withdrew", async (t) => {
    const lacks = whatPythonLacks();
    if (lacks !== undefined) return t.diagnostic(lacks);
    const [plain = ""] = programsOf("python");
    assert.equal(await printedBy("python3", plain, where()), "P-001 2009-05-17 1.69 mg/dL\n");
  });

  test("R reads the same", async (t) => {
    const has = spawnSync("Rscript", ["-e", 'stopifnot(requireNamespace("jsonlite"))']).status === 0;
    if (!has) return t.diagnostic("R with jsonlite is not installed: its program was not tried");
    const [program = ""] = programsOf("r");
    const printed = await printedBy("Rscript", program, where());
    assert.match(printed, /^1 +P-001 +2009-05-17 +1\.69 +mg\/dL$/m);
    assert.doesNotMatch(printed, /P-002/);
  });

  test("a client that a foreign generator makes reads a child, and the generator has nothing to say", async (t) => {
    if (process.env.OSTEON_SOAK === undefined)
      return t.diagnostic("the generator is fetched and run by npm run test:soak and npm run client");
    const python = await pythonWithGenerator();
    if ("lacks" in python) return t.diagnostic(python.lacks);
    const document = await (await fetch(`${registry.address}/api/openapi.json`)).text();
    const said = await generateClient(python.bin, document, folder);
    assert.doesNotMatch(said, /WARNING|Error|Unable|ignored/, said);
    const [, generated = ""] = programsOf("python");
    assert.match(await printedBy(join(python.bin, "python"), generated, where()), /^P-001 2009-05-17 [1-9]\d rows\n$/);
  });
});
