#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";

// Plain JavaScript, so that an old Node can say what it needs instead of failing on the first type annotation.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Osteon needs Node 24, this is ${process.versions.node}. Start it with "npx osteon ..." or "npm start": both use the Node that npm ci installed (without --ignore-scripts).\n`,
  );
  process.exit(70);
}
// A reader that has enough, as `| head`, closes the pipe: that is no fault, and nobody is left to be told.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
// Most of what a short command takes would be reading the same modules again.
module.enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/osteon", import.meta.url)));
const { main } = await import("../src/main.ts");
process.exitCode = await main(process.argv);
