import { renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** After `npm pack`: the repository as it was. */
renameSync(at("../package.source.json"), at("../package.json"));
rmSync(at("../dist"), { recursive: true, force: true });
rmSync(at("../LICENSE"), { force: true });
