import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { type ChartRow, CODEBOOK, MISSING_REASONS, rScript, type Table } from "@osteon/codebook";
import { csvText, readChartFolder, typedHead, typedRows } from "@osteon/interop";
import { COHORT } from "./osteon.ts";

const typedOf = (table: Table, rows: readonly ChartRow[]): string => typedHead(table) + typedRows(table, rows);

/** Rows of the tables that the codebook gained after the cohort was drawn. */
const AFTER_THE_COHORT: Readonly<Record<string, readonly ChartRow[]>> = {
  reported_score: [
    {
      ...{ reported_score: "S1", patient: "DD-001", answered_on: "2010-01-20", instrument: "pedsql" },
      ...{ score: "62.5", answered_by: "child", language: "unknown" },
    },
  ],
  bone_density: [
    {
      ...{ bone_density: "B1", patient: "DD-001", measured_on: "2010-01-20", measured_site: "lumbar_spine" },
      ...{ method: "dxa", z_score: "-1.25", z_score_for_height: "no", density_g_per_cm2: "not done" },
    },
  ],
};

describe("the typed form of the cohort in R", () => {
  const folder = mkdtempSync(join(tmpdir(), "osteon-typed-"));
  after(() => rmSync(folder, { recursive: true }));

  test("has numbers, days, factors and truth values, as many as the charts, without the script and with it", async (t) => {
    if (spawnSync("Rscript", ["--version"]).status !== 0) {
      t.diagnostic("Rscript is not installed: whether R reads the typed form was not tried");
      return;
    }
    const { charts } = await readChartFolder(COHORT);
    const odd = { culture: "=K;-1", patient: "DD-001", sampled_on: "2010-01-20", organism: '\'=S. aureus; @home, "ä"' };
    const beside: Readonly<Record<string, readonly ChartRow[]>> = { culture: [odd], ...AFTER_THE_COHORT };
    for (const table of CODEBOOK) {
      const rows = charts.find(({ name }) => name === table.name)?.rows.map(({ cells }) => cells) ?? [];
      const cells = [...rows, ...(beside[table.name] ?? [])];
      assert.notEqual(cells.length, 0, `${table.name} has no row that R could read`);
      writeFileSync(join(folder, `${table.name}.csv`), typedOf(table, cells));
      writeFileSync(join(folder, `plain-${table.name}.csv`), csvText(table, cells));
    }
    writeFileSync(join(folder, "read-charts.R"), rScript());
    const said = execFileSync("Rscript", ["-e", ASKED], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    const answers = new Map(said.split("\n").map((line) => line.split("\t") as [string, string]));
    const visits = charts.find(({ name }) => name === "visit")?.rows.map(({ cells }) => cells) ?? [];
    const weights = visits.flatMap(({ weight_kg = "" }) => (/^\d/.test(weight_kg) ? [Number(weight_kg)] : []));
    const count = (field: string, cell: string): number => visits.filter((cells) => cells[field] === cell).length;
    assert.deepEqual(
      [answers.get("rows"), answers.get("bare classes"), answers.get("script classes")],
      [String(visits.length), "numeric logical integer character", "numeric logical integer Date factor"],
    );
    for (const how of ["bare", "script"]) {
      assert.equal(answers.get(`${how} weights`), `${weights.length} ${weights.reduce((a, b) => a + b, 0).toFixed(1)}`);
      assert.equal(answers.get(`${how} swollen`), `${count("swelling", "yes")} ${count("swelling", "no")}`);
      for (const { code, token } of MISSING_REASONS)
        assert.equal(answers.get(`${how} pain ${code}`), String(count("pain_nrs", token)), `${how} ${code}`);
    }
    assert.equal(answers.get("same as the charts"), CODEBOOK.map(({ name }) => name).join(" "));
    assert.equal(answers.get("odd"), `${odd.culture} ${odd.organism}`);
  });
});

const ASKED = `source("read-charts.R")
say <- function(what, ...) cat(what, "\\t", paste(..., sep = " "), "\\n", sep = "")
visit <- read.csv("visit.csv", fileEncoding = "UTF-8-BOM", na.strings = "")
charts <- suppressMessages(read_charts("."))
classes <- function(...) paste(sapply(list(...), function(one) class(one)[1]), collapse = " ")
say("rows", nrow(visit))
say("bare classes", classes(visit$weight_kg, visit$swelling, visit$pain_nrs, visit$visited_on))
seen <- charts$visit
say("script classes", classes(seen$weight_kg, seen$swelling, seen$pain_nrs, seen$visited_on, seen$recorded_outcome))
tell <- function(how, one) {
  weights <- one$weight_kg[!is.na(one$weight_kg)]
  say(paste(how, "weights"), length(weights), sprintf("%.1f", sum(weights)))
  say(paste(how, "swollen"), sum(one$swelling, na.rm = TRUE), sum(!one$swelling, na.rm = TRUE))
  for (reason in names(osteon_missing)) say(paste(how, "pain", reason), sum(one$pain_nrs_missing == reason, na.rm = TRUE))
}
tell("bare", visit)
tell("script", seen)
dir.create("plain")
for (table in names(charts)) file.copy(paste0("plain-", table, ".csv"), file.path("plain", paste0(table, ".csv")))
plain <- suppressMessages(read_charts("plain"))
same <- sapply(names(charts), function(table) identical(charts[[table]], plain[[table]]))
say("same as the charts", paste(names(charts)[same], collapse = " "))
last <- charts$culture[nrow(charts$culture), ]
say("odd", as.character(last$culture), as.character(last$organism))`;
