import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIGURE_LETTERS } from "../src/typeface/figure-fonts.ts";

/**
 * Writes the small fonts of figures: the letters of Source Sans 3 that figures have, by HarfBuzz's own `hb-subset`. Its licence (OFL) keeps the name
 * Source for the font as it is, so that these have another.
 */
const FACES = {
  regular: "400Regular/SourceSans3_400Regular",
  semibold: "600SemiBold/SourceSans3_600SemiBold",
} as const;
const FEATURES = "kern,liga,calt,ccmp,locl,mark,mkmk,rlig,clig,rclt";

/** Both names have six letters, so that the table of names keeps its shape. */
function renamed(font: Buffer): Buffer {
  const text = font.toString("latin1");
  const wide = (word: string): string => Buffer.from(word, "utf16le").swap16().toString("latin1");
  const names = ["Source Sans 3", "SourceSans3"].map((name) => [name, name.replace("Source", "Osteon")] as const);
  const changed = names.reduce((before, [name, own]) => before.replaceAll(wide(name), wide(own)), text);
  return Buffer.from(changed, "latin1");
}

const points = FIGURE_LETTERS.map(([first, last]) => `${first.toString(16)}-${last.toString(16)}`).join(",");
const folder = mkdtempSync(join(tmpdir(), "figure-fonts-"));
try {
  for (const [face, file] of Object.entries(FACES)) {
    const whole = join(folder, `${face}.ttf`);
    const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`));
    writeFileSync(whole, renamed(readFileSync(path)));
    const small = fileURLToPath(new URL(`../src/typeface/figures-${face}.ttf`, import.meta.url));
    const asked = [`--unicodes=${points}`, `--layout-features=${FEATURES}`, "--name-IDs=0,1,2,4,6,13,14,16,17"];
    execFileSync("hb-subset", [whole, ...asked, `--output-file=${small}`], { stdio: "inherit" });
  }
} finally {
  rmSync(folder, { recursive: true });
}
