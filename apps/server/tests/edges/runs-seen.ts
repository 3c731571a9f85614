import assert from "node:assert/strict";
import { type ConsentCount, checkCharts } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import type { StudyRunner } from "@osteon/server";
import type { EdgeRegistry } from "./edge-registry.ts";

/** What a run was given: the children of its folder, what refuses there, and who stayed out. */
export interface SeenRun {
  readonly patients: readonly string[];
  readonly refused: readonly string[];
  readonly left: ConsentCount;
}

/** A study that looks at the charts which it is given, as the freeze does, and writes nothing. */
export interface RunsSeen {
  readonly runner: StudyRunner;
  /** Asks for a run as the statistician, and waits for its end. */
  run(edges: EdgeRegistry): Promise<SeenRun>;
}

export function runsSeen(): RunsSeen {
  let seen: SeenRun | undefined;
  return {
    runner: async (_study, folder, _step, left) => {
      const { charts, problems } = await readChartFolder(folder);
      const rows = charts.find(({ name }) => name === "patient")?.rows ?? [];
      seen = {
        patients: rows.map(({ cells }) => cells.patient ?? ""),
        refused: [...problems, ...checkCharts(charts)].flatMap(({ severity, says }) =>
          severity === "refused" ? [says] : [],
        ),
        left,
      };
      return { ok: true, folder, freezeHash: "f0" };
    },
    run: async ({ statistician }) => {
      const { status, json, text } = await statistician("POST", "/api/runs", { study: "a-study" });
      assert.equal(status, 202, text);
      for (;;) {
        const { state, problems } = (await statistician("GET", `/api/runs/${json.run}`)).json;
        assert.notEqual(state, "failed", JSON.stringify(problems));
        if (state === "done") break;
      }
      assert.ok(seen);
      return seen;
    },
  };
}
