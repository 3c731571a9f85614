// Opens an embedded registry and commits a number of writes.
import { tableNamed } from "@osteon/codebook";
import { asRole, openEmbedded, saveRow } from "@osteon/registry";
import { member } from "../both-engines.ts";

const [place = "", commits = "1"] = process.argv.slice(2);
const database = await openEmbedded(place);
for (let n = 0; n < Number(commits); n++) {
  const cells = { visit: `commit-${n}`, patient: "P-A", visited_on: "2010-01-01" };
  await asRole(database, member("study_nurse@Aachen"), (session) =>
    saveRow(session, { table: tableNamed("visit"), cells, centre: "Aachen", status: "draft", version: 0 }),
  );
}
await database.close();
