import assert from "node:assert/strict";
import { test } from "node:test";
import { CODEBOOK, type OwnDefinition } from "@osteon/codebook";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { runningServer } from "./running-server.ts";

const INFLUENZA: OwnDefinition = {
  label: ["Vaccinated against influenza", "Gegen Influenza geimpft"],
  help: ["", ""],
  type: { kind: "yes-no" },
};

test("empty files to fill in have every table and the registry's own fields, and what is filled in comes in", async () => {
  const server = await runningServer("server");
  try {
    const admin = await server.person("admin", "administrator", null);
    const manager = await server.person("manager", "data_manager", "Dresden");
    const why = { "x-reason": "for%20the%20winter", "if-match": '"0"' };
    const added = await admin("PUT", "/api/own-fields/patient/own_influenza", { definition: INFLUENZA }, why);
    assert.equal(added.status, 200, added.text);
    const answer = await fetch(`${server.address}/api/imports/template.zip`, { headers: { cookie: manager.cookie } });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    assert.deepEqual(
      Object.keys(files).sort(),
      [...CODEBOOK.map(({ name }) => `${name}.csv`), "codebook_version.txt"].sort(),
    );
    const head = strFromU8(files["patient.csv"] ?? new Uint8Array()).trimEnd();
    const [[, cells = {}] = []] = inventedChart("Dresden", "001");
    const child: Readonly<Record<string, string | undefined>> = { ...cells, own_influenza: "yes" };
    const line = head.split(",").map((column) => child[column] ?? "");
    const filled = { ...files, "patient.csv": strToU8(`${head}\n${line.join(",")}\n`) };
    const headers = { "content-type": "application/zip", "x-reason": "filled in" };
    const done = await manager("POST", "/api/imports?commit=yes", zipSync(filled), headers);
    assert.equal(done.status, 201, done.text.slice(0, 600));
    const row = (await manager("GET", "/api/centres/Dresden/charts/patient/P-001")).json;
    assert.equal((row.cells as Record<string, string>).own_influenza, "yes");
  } finally {
    await server.end();
  }
});
