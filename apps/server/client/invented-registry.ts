import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { type RunningServer, runningServer } from "../tests/running-server.ts";

const CENTRE = "Ulm";

/** A registry with one invented child and one who withdrew, and a token that reads its centre. */
export interface InventedRegistry extends RunningServer {
  readonly token: string;
}

export async function inventedRegistry(engine: "embedded" | "server"): Promise<InventedRegistry> {
  const server = await runningServer(engine);
  const doctor = await server.person("doctor", "investigator", CENTRE);
  const must = async (path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await doctor("POST", path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
    return answer.json;
  };
  for (const [tag, consent] of [
    ["001", "given"],
    ["002", "withdrawn"],
  ] as const)
    for (const [table, cells] of inventedChart(CENTRE, tag))
      await must(`/api/centres/${CENTRE}/charts/${table}`, {
        cells: table === "patient" ? { ...cells, consent } : cells,
        status: "complete",
      });
  const endsOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const { secret } = await must("/api/tokens", { name: "A client in Python", centre: CENTRE, endsOn });
  return { ...server, token: String(secret) };
}
