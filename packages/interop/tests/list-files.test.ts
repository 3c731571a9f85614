import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { codebookWith, DRUGS, SHIPPED } from "@osteon/codebook";
import {
  filesOfBook,
  readChartFolder,
  readChartWorkbook,
  writeChartFolder,
  writeChartWorkbook,
  writeTypedWorkbook,
} from "@osteon/interop";
import { scratchFolder } from "./chart-folder.ts";

const OWN = { code: "own_bonelix", says: "Bonelix", german: "Bonelix", usualUnits: ["mg"] } as const;
const BOOK = codebookWith({ drugs: [...DRUGS, OWN] });

describe("lists beside the charts", () => {
  test("are read from a folder and from both workbooks as they were written; without them the shipped ones hold", async (context) => {
    const folder = await scratchFolder(context);
    await writeChartFolder([], folder);
    assert.deepEqual((await readChartFolder(folder)).book, SHIPPED);
    for (const [name, text] of Object.entries(filesOfBook(BOOK))) await writeFile(join(folder, name), text);
    const read = await readChartFolder(folder);
    assert.deepEqual([read.book, read.problems], [BOOK, []]);
    for (const bytes of [
      await writeChartWorkbook([], "", { book: BOOK }),
      await writeTypedWorkbook([], "", { book: BOOK }),
    ]) {
      const { book, problems } = await readChartWorkbook(bytes);
      assert.deepEqual([book, problems], [BOOK, []]);
    }
  });

  test("a list that was edited by hand tells each fault with its row and column, and the shipped one holds", async (context) => {
    const folder = await scratchFolder(context);
    await writeChartFolder([], folder);
    const told = async (text: string) => {
      await writeFile(join(folder, "drugs.csv"), text);
      const { book, problems } = await readChartFolder(folder);
      assert.equal(book.drugs, SHIPPED.drugs);
      return problems.map(({ code, where }) => [code, where.file, where.row, where.column].join(" "));
    };
    const head = "drug,label_en,label_de,drug_class,usual_units,atc,retired\n";
    assert.deepEqual(await told(`${head}naproxen,Naproxen,Naproxen,other,,M01AE02,no\nbonelix,Bonelix,,,mg,,no\n`), [
      "required drugs.csv 3 label_de",
    ]);
    assert.deepEqual(
      await told(`${head}naproxen,Naproxen,Naproxen,other,,M01AE02,no\nbonelix,Bonelix,Bonelix,,mg,,no\n`),
      ["list-shipped drugs.csv 2 drug_class", "list-code drugs.csv 3 drug"],
    );
    assert.deepEqual(await told(`${head}own_a,A,A,nsaids,,,maybe\n`), [
      "unknown-choice drugs.csv 2 drug_class",
      "unknown-choice drugs.csv 2 retired",
    ]);
  });
});
