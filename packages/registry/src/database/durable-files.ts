import { fsyncSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type StartOptions = Parameters<NodeFS["init"]>[1];

/** What is needed of the file layer that PostgreSQL's WASM build writes through. */
interface NodeFiles {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
}

/** Files of an embedded PostgreSQL whose fsync reaches the disk; as it ships, it does nothing. Counts what it forced. */
export class DurableFiles extends NodeFS {
  syncs = 0;

  override async init(pg: PGlite, options: StartOptions): Promise<{ emscriptenOpts: StartOptions }> {
    const made = await super.init(pg, options);
    const force = (mod: unknown): void => {
      (mod as NodeFiles).NODEFS.stream_ops.fsync = ({ nfd }) => {
        this.syncs += 1;
        fsyncSync(nfd);
        return 0;
      };
    };
    const preRun = [made.emscriptenOpts.preRun ?? []].flat();
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun: [...preRun, force] } };
  }
}
