import assert from "node:assert/strict";
import { test } from "node:test";
import { derive, type Model } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import protocol from "../protocol.ts";
import { chartsFrom, differences, interpreted, loadTables } from "./compare-models.ts";
import { DRESDEN_MODELS } from "./dresden-models.ts";
import { randomTables } from "./random-tables.ts";

/** Faults as one makes them, one in each: model, what stands there, what is written instead. */
const FAULTS: readonly (readonly [model: string, right: string, wrong: string])[] = [
  ["study_patient", "'given') <> 'withdrawn'", "'withdrawn') <> 'withdrawn'"],
  ["drug_exposure", "MIN(started_epoch_day)", "MAX(started_epoch_day)"],
  ["line", "later.start_epoch_day > stepped.start_epoch_day +", "later.start_epoch_day >= stepped.start_epoch_day +"],
  ["line", ">= stepped.start_epoch_day", "> stepped.start_epoch_day"],
  ["laboratory_result", "'at_most') THEN 0", "'at_most') THEN CAST(laboratory.value_x1000 / 2 AS BIGINT)"],
  ["laboratory_result", "laboratory.value_x1000 - 1", "laboratory.value_x1000"],
  ["laboratory_result", "laboratory.value_x1000 + 1", "laboratory.value_x1000"],
  ["laboratory_result", "comparator IS NULL OR", "comparator IS NOT NULL OR laboratory.comparator IS NULL OR"],
  ["visit_marker", "WHEN COUNT(highest_x1000) = COUNT(*)", "WHEN 1 = 1"],
  ["visit_sign", "crp_elevated IS NULL THEN NULL", "crp_elevated IS NULL THEN 0"],
  ["line_visit", "'improved' AND crp_maybe", "'never' AND crp_maybe"],
  ["baseline_marker", "highest_x1000 <= upper_limit_x1000 THEN 0", "lowest_x1000 <= upper_limit_x1000 THEN 0"],
  ["visit_marker", "lowest_x1000 > normal", "lowest_x1000 >= normal"],
  ["visit_sign", "temperature_cel_x10 > rule", "temperature_cel_x10 >= rule"],
  ["line_baseline", "rule.visit_tie_counts = 'later'", "rule.visit_tie_counts <> 'later'"],
  ["line_visit", "visited_epoch_day > started", "visited_epoch_day >= started"],
  ["line_visit", "symptomatic = 0 AND inflamed = 0 THEN 'full", "symptomatic = 0 THEN 'full"],
  ["line_visit", "sign.crp_highest_x1000 < started", "sign.crp_highest_x1000 <= started"],
  ["line_time_point", "visit.day > point.target_day", "visit.day < point.target_day"],
  ["line_time_point", "2 * ABS(", "ABS("],
  ["lesion_visit", "finding.new_count > 0", "finding.active_count > 0"],
  ["relapse_event", "before_flares = 0", "COALESCE(before_flares, 0) = 0"],
  ["first_relapse_since", "relapse_epoch_day > line", "relapse_epoch_day >= line"],
  ["response", "relapse_epoch_day <= COALESCE(failed_epoch_day, relapse_epoch_day)", "1 = 1"],
  ["response", "last_contact_epoch_day <", "last_contact_epoch_day <="],
  ["relapse_free", "THEN relapse.relapse_epoch_day -", "THEN zeroed.last_contact_epoch_day -"],
  ["baseline_marker", "counts_within = 2", "counts_within >= 1"],
  ["lesion_pattern", "side = 'right') > 0", "side = 'right') >= 0"],
  ["jansson", "crp_lowest_x1000 >= 10000", "crp_lowest_x1000 > 10000"],
  ["line_radiology", "COALESCE(finding.new_count, 0) > 0", "COALESCE(finding.new_count, 0) > 1"],
];

/** So many charts find every one of them; more in `npm run test:soak`. */
const CHARTS = process.env.OSTEON_SOAK === undefined ? 600 : 1_500;

const planted = (models: readonly Model[], name: string, right: string, wrong: string): readonly Model[] =>
  models.map((model) => (model.name === name ? { ...model, sql: model.sql.replace(right, wrong) } : model));

test("each of these faults, planted in the SQL, is found (every fourth; all in the soak)", async () => {
  const tables = randomTables(10, CHARTS);
  const reference = interpreted(chartsFrom(tables), protocol);
  const engine = await openDuckDb({ threads: 1 });
  await loadTables(engine, tables);
  const models = DRESDEN_MODELS;
  for (const [place, [name, right, wrong]] of FAULTS.entries()) {
    assert.ok(models.find((model) => model.name === name)?.sql.includes(right), `${name} does not hold ${right}`);
    if (process.env.OSTEON_SOAK === undefined && place % 4 > 0) continue;
    await derive(engine, protocol, { models: planted(models, name, right, wrong) });
    assert.notEqual((await differences(engine, reference)).length, 0, `${name}: ${wrong}`);
  }
  await engine.close();
});
