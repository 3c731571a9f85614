import { mkdir, writeFile } from "node:fs/promises";
import { referencePage } from "@osteon/codebook";

const folder = new URL("../../../docs/reference/", import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL("codebook.md", folder), referencePage());
