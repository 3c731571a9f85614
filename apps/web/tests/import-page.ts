import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { signedInPage } from "./signed-in-page.ts";

/** A data manager of Aachen, signed in, where some children stand already. */
export interface ImportPage {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly manager: Client;
  readonly page: Page;
  /** What the page threw. */
  readonly complaints: string[];
  end(): Promise<void>;
}

/** Of each child the first `tables` rows of its invented chart are there: the patient, then a visit. */
export async function openImportPage(children: readonly string[], tables: number): Promise<ImportPage> {
  const [server, browser] = await Promise.all([
    builtWeb().then((web) => runningServer("server", { web })),
    openChromium(),
  ]);
  const manager = await server.person("manager", "data_manager", "Aachen");
  for (const child of children)
    for (const [table, cells] of inventedChart("Aachen", child).slice(0, tables)) {
      const { status, text } = await manager("POST", `/api/centres/Aachen/charts/${table}`, {
        cells,
        status: "complete",
      });
      if (status !== 201) throw new Error(text);
    }
  const page = await signedInPage(browser, server, manager);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  return {
    ...{ server, browser, manager, page, complaints },
    end: async () => {
      await browser.close();
      await server.end();
    },
  };
}
