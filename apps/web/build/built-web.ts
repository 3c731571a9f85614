import { createHash } from "node:crypto";
import { existsSync, globSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const WEB = join(import.meta.dirname, "..");
const BUILT = join(WEB, "dist");
/** What the built app is made of. */
const SOURCES = [
  "index.html",
  "package.json",
  "build/vite-config.ts",
  "build/offline-files.ts",
  "public/**/*",
  "src/**/*",
  "../../packages/{api,codebook,words}/{package.json,src/**/*.ts}",
  "../../packages/*/src/**/problems*.ts",
];

let built: Promise<string> | undefined;

/**
 * The folder of the built web app. It is built where its sources changed before the process first asked, which takes a few seconds;
 * several processes may ask at once, and each build appears whole or not at all.
 */
export async function builtWeb(onBuild: () => void = () => {}): Promise<string> {
  built ??= build(onBuild);
  return await built.catch((error) => {
    built = undefined;
    throw error;
  });
}

async function build(onBuild: () => void): Promise<string> {
  const folder = join(BUILT, (await hashOfSources()).slice(0, 16));
  if (existsSync(folder)) return folder;
  onBuild();
  const vite = await import("vite");
  const unfinished = await mkdtemp(join(WEB, ".building-"));
  try {
    await vite.build({
      root: WEB,
      configFile: join(WEB, "build/vite-config.ts"),
      logLevel: "error",
      build: { outDir: unfinished, emptyOutDir: true },
    });
    await compress(unfinished);
    // A scratch folder is its owner's alone; the server may run as another.
    await chmod(unfinished, 0o755);
    await mkdir(BUILT, { recursive: true });
    await rename(unfinished, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
    for (const older of await readdir(BUILT))
      if (older !== basename(folder)) await rm(join(BUILT, older), { recursive: true, force: true });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** The files that decide whether the app is built anew, in the order of their names. */
export const sourceFiles = (): readonly string[] =>
  globSync(SOURCES, { cwd: WEB, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

async function hashOfSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of sourceFiles()) hash.update(`${relative(WEB, file)}\n`).update(await readFile(file));
  return hash.digest("hex");
}

/** Each text file beside itself in small, so that it is compressed once and not for every request. */
async function compress(folder: string): Promise<void> {
  const smaller = promisify(brotliCompress);
  for (const file of globSync("**/*.{js,css,html,svg}", { cwd: folder }))
    await writeFile(join(folder, `${file}.br`), await smaller(await readFile(join(folder, file))));
}
