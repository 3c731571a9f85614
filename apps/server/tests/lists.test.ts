import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ANALYTES, type Analyte, DRUGS, type Drug } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { inScratchFolder } from "../src/routes/spool.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const BONELIX: Drug = { code: "own_bonelix", says: "Bonelix", german: "Bonelix", usualUnits: ["mg"] };
const OSTEOCALCIN: Analyte = {
  ...{ code: "own_osteocalcin", says: "Osteocalcin", german: "Osteokalzin", scale: "quantity", unit: "ng/mL" },
  reported: [{ unit: "ng/mL", numerator: 1, denominator: 1 }],
  limits: { possible: [0, 1000], plausible: [1, 400] },
  bands: [{ sex: "female", fromMonths: 0, toMonths: 216, plausible: [20, 200] }],
};

for (const engine of ENGINES_BELOW) {
  describe(`the lists of drugs and analytes (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let admin: Client;
    let manager: Client;
    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      manager = await server.person("manager", "data_manager", "Aachen");
      admin = await server.person("admin", "administrator", null);
      const child = {
        patient: "P-1",
        cohort: "cno",
        consent: "given",
        born_on: "2010",
        centre: "Aachen",
        sex: "female",
      };
      const made = await save("patient", { ...child, diagnosed_on: "2020-01-01", last_contact_on: "2021-01-01" });
      assert.equal(made.status, 201, made.text);
    });
    after(() => server.end());

    const save = (table: string, cells: Readonly<Record<string, string>>) =>
      nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
    const give = (drug: string) =>
      save("treatment", {
        ...{ patient: "P-1", drug, drug_class: "other", started_on: "2020-02-01", stopped_on: "not applicable" },
      });
    const codesOf = ({ json }: { json: Readonly<Record<string, unknown>> }) =>
      (json.problems as { code: string }[]).map(({ code }) => code);
    const change = (entry: Drug, version: number, who = admin, reason = "it has a class now") =>
      who("PUT", `/api/lists/drugs/${entry.code}`, { entry, reason }, { "if-match": `"${version}"` });

    test("what cannot be is refused with every reason, a nurse's entry too, and nothing is kept", async () => {
      const faulty = { ...BONELIX, code: "bonelix", says: "Naproxen", codes: { atc: "X" } };
      const refused = await admin("POST", "/api/lists/drugs", { entry: faulty });
      assert.deepEqual([refused.status, codesOf(refused)], [422, ["list-code", "list-name-twice", "list-atc"]]);
      assert.equal((await nurse("POST", "/api/lists/drugs", { entry: BONELIX })).status, 403);
      const { retired: _, ...naproxen } = { ...(DRUGS[1] as Drug), retired: true };
      assert.equal((await change({ ...naproxen, usualUnits: ["mg"] }, 1, nurse)).status, 403);
      assert.deepEqual(codesOf(await change({ ...naproxen, drugClass: "other" }, 1)), ["list-shipped"]);
      const { drugs, analytes } = (await nurse("GET", "/api/lists")).json as { drugs: unknown[]; analytes: unknown[] };
      assert.deepEqual([drugs.length, analytes.length], [DRUGS.length, ANALYTES.length]);
      assert.equal((await give("own_bonelix")).status, 422);
    });

    test("an entry that is added is known to charts, the codebook and its files at once", async () => {
      assert.equal((await admin("POST", "/api/lists/drugs", { entry: BONELIX })).status, 201);
      assert.equal((await admin("POST", "/api/lists/analytes", { entry: OSTEOCALCIN })).status, 201);
      assert.deepEqual(codesOf(await admin("POST", "/api/lists/drugs", { entry: BONELIX })), ["list-code-twice"]);
      assert.equal((await give("own_bonelix")).status, 201);
      const measured = await save("laboratory", {
        ...{ patient: "P-1", sampled_on: "2020-02-01", analyte: "own_osteocalcin", value: "19", unit: "ng/mL" },
      });
      assert.equal(measured.status, 201, measured.text);
      assert.deepEqual(
        (measured.json.queries as { code: string; says: string }[]).map(({ code, says }) => [code, says]),
        [["implausible-value", "Osteocalcin of 19 ng/mL at this age is unusual: plausible is 20 to 200."]],
      );
      const { drugs, dictionary } = (await nurse("GET", "/api/codebook")).json as {
        drugs: Drug[];
        dictionary: { field: string; choices: string }[];
      };
      assert.deepEqual(drugs.at(-1), BONELIX);
      assert.match(dictionary.find(({ field }) => field === "drug")?.choices ?? "", /own_bonelix = Bonelix; other =/);
      for (const file of ["codebook.csv", "codebook.json", "codebook.md", "read-charts.R"])
        assert.match((await nurse("GET", `/api/exports/${file}`)).text, /own_bonelix/, file);
    });

    test("exports bring the lists along, and an import names the drug that the registry has not", async () => {
      const zip = async (query = "") => {
        const answer = await fetch(new URL(`/api/exports/charts.zip${query}`, server.address), {
          headers: { cookie: manager.cookie },
        });
        return unzipSync(new Uint8Array(await answer.arrayBuffer()));
      };
      const files = await zip();
      assert.match(strFromU8(files["treatment.csv"] as Uint8Array), /own_bonelix/);
      assert.deepEqual((await zip("?form=typed"))["drugs.csv"], files["drugs.csv"]);
      await inScratchFolder(async (folder) => {
        await mkdir(folder, { recursive: true });
        for (const [name, bytes] of Object.entries(files))
          if (/\.(csv|txt)$/.test(name)) await writeFile(join(folder, name), bytes);
        const { book, problems } = await readChartFolder(folder);
        assert.deepEqual([book.drugs.at(-1), book.analytes.at(-1), problems], [BONELIX, OSTEOCALCIN, []]);
      });
      const tried = async (packed: Record<string, Uint8Array>) => {
        const answer = await manager("POST", "/api/imports?source=again", zipSync(packed), {
          "content-type": "application/zip",
        });
        assert.equal(answer.status, 200, answer.text);
        return answer.json as {
          notes: { code: string; says: string }[];
          problems: { code: string; severity: string; fix: string }[];
        };
      };
      const again = await tried(files);
      assert.deepEqual(
        again.problems.filter(({ severity }) => severity === "refused"),
        [],
      );
      const other = (name: string) =>
        strToU8(strFromU8(files[name] as Uint8Array).replaceAll("own_bonelix", "own_bonelux"));
      const strange = await tried({
        ...files,
        "treatment.csv": other("treatment.csv"),
        "drugs.csv": other("drugs.csv"),
      });
      const [refused] = strange.problems.filter(({ severity }) => severity === "refused");
      assert.equal(refused?.code, "unknown-choice");
      assert.match(
        refused?.fix ?? "",
        /^Did you mean own_bonelix\? A drug that is missing is added by an administrator, under Administration, Lists\./,
      );
      assert.match(strange.notes.find(({ code }) => code === "list-left")?.says ?? "", /own_bonelux/);
    });

    test("a change says why, follows the version that was read, and stands in the trail", async () => {
      const classed: Drug = { ...BONELIX, drugClass: "bisphosphonate" };
      assert.deepEqual(codesOf(await change(classed, 1, admin, " ")), ["reason-needed"]);
      assert.equal((await change(classed, 1)).status, 200);
      assert.deepEqual(codesOf(await change({ ...classed, retired: true }, 1)), ["conflict"]);
      assert.equal((await change({ ...classed, retired: true }, 2)).status, 200);
      const { problems } = (await nurse("GET", "/api/readiness")).json as { problems: { code: string }[] };
      assert.ok(!problems.some(({ code }) => code === "drug-class"), "a row of before its class is not blamed");
    });
  });
}
