import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The name under which the worker is served: at the root, so that it answers for every page. */
const WORKER = "offline.js";

/** Builds the worker beside the app and writes into it which files the build has. */
export function offlineFiles(publicFolder: string): Plugin {
  return {
    name: "offline-files",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: "/src/offline-worker.ts", fileName: WORKER });
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== "chunk") throw new Error("the build has no offline worker");
        const built = Object.keys(bundle).filter((name) => name !== WORKER && !name.startsWith("."));
        const names = [...new Set([...built, "index.html", ...readdirSync(publicFolder)])].sort();
        const content = createHash("sha256");
        for (const name of names) {
          const made = bundle[name];
          content.update(
            made === undefined
              ? readFileSync(join(publicFolder, name))
              : made.type === "chunk"
                ? made.code
                : made.source,
          );
        }
        worker.code = worker.code
          .replaceAll("OSTEON_FILES", JSON.stringify(names.map((name) => `/${name}`)))
          .replaceAll("OSTEON_BUILD", JSON.stringify(content.digest("hex")));
      },
    },
  };
}
