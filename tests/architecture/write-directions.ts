import { readFileSync, writeFileSync } from "node:fs";
import { withDirections } from "./directions-page.ts";

const page = new URL("../../docs/explanation/architecture.md", import.meta.url);
writeFileSync(page, withDirections(readFileSync(page, "utf8")));
