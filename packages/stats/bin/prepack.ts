import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Before `npm pack`: JavaScript and type declarations into dist, and a package.json that points there. In the repository the
 * package is its TypeScript sources, which Node runs as they are but not from inside node_modules. `postpack.ts` undoes it.
 */
rmSync(at("../dist"), { recursive: true, force: true });
execFileSync(process.execPath, [at("../../../node_modules/typescript/bin/tsc"), "-p", at("../tsconfig.build.json")], {
  stdio: ["ignore", process.stderr, process.stderr],
});
copyFileSync(at("../../../LICENSE"), at("../LICENSE"));
copyFileSync(at("../package.json"), at("../package.source.json"));
const { private: _private, scripts: _scripts, ...source } = JSON.parse(readFileSync(at("../package.json"), "utf8"));
const published = {
  ...source,
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  engines: { node: ">=20" },
};
writeFileSync(at("../package.json"), `${JSON.stringify(published, null, 2)}\n`);
