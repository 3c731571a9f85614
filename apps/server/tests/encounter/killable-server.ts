// A server in a process of its own that can be killed: it tells its address on a line once it listens.
import { openEmbedded, openServer, serveAs } from "@osteon/registry";
import { serving } from "../running-server.ts";

const [engine = "", place = ""] = process.argv.slice(2);
const opened = await (engine === "embedded" ? openEmbedded(place) : openServer(place));
const { address } = await serving(await serveAs(opened, { owner: place }));
process.stdout.write(`${address}\n`);
