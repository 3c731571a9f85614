import { after, before, describe } from "node:test";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { askedAbout } from "./edges/asked-about.ts";
import { boundPlans } from "./edges/bound-plans.ts";
import { draftsBeside } from "./edges/drafts-beside.ts";
import { type EdgeRegistry, edgeRegistry } from "./edges/edge-registry.ts";
import { foreseen } from "./edges/foreseen.ts";
import { runsSeen } from "./edges/runs-seen.ts";
import { shownWorkbook } from "./edges/shown-workbook.ts";
import { staleExport } from "./edges/stale-export.ts";
import { wholeChild } from "./edges/whole-child.ts";

for (const engine of ENGINES_BELOW) {
  describe(`charts at their edges (${engine})`, () => {
    let opened: EdgeRegistry | undefined;
    const runs = runsSeen();
    const edges = (): EdgeRegistry => {
      if (opened === undefined) throw new Error("the registry is not open yet");
      return opened;
    };
    before(async () => {
      opened = await edgeRegistry(engine, { runner: runs.runner });
    });
    after(() => opened?.server.end());

    askedAbout(edges);
    wholeChild(edges);
    boundPlans(edges);
    draftsBeside(edges, runs);
    foreseen(edges);
    staleExport(edges);
    shownWorkbook(edges);
  });
}
