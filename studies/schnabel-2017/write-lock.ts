import { writeFileSync } from "node:fs";
import { canonicalJson } from "@osteon/protocol";
import protocol from "./protocol.ts";

/** Writes protocol.lock.json: the protocol as canonical JSON, by whose hash every result names it. */
writeFileSync(new URL("protocol.lock.json", import.meta.url), canonicalJson(protocol));
