import { exported } from "@osteon/api";
import { type Codebook, dictionary, MISSING_REASONS, referencePage, rScript } from "@osteon/codebook";
import { heldBy, readCodebook } from "@osteon/registry";
import type { FastifyReply } from "fastify";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";
import { mayTake } from "./exports.ts";

/** What an export would hold, and what one needs to read it: the codebook and a script for R. Nothing here is of a child. */
export function addExportPage({ app, desk }: RouteParts): void {
  serve(
    app,
    exported.lookAtExport,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { centres, notice, kept } = await mayTake(session, asked.query.centre);
        return {
          status: 200,
          body: {
            centres,
            notice,
            kept: [...kept],
            ...(await heldBy(session, centres)),
          },
        };
      }),
  );

  for (const { name, type, route, text } of FILES)
    serve(app, route, async (asked) => {
      const book = await desk.check(asked.request, readCodebook);
      return asFile(asked.reply, name, type).send(text(book));
    });
}

const FILES = [
  {
    name: "codebook.csv",
    type: "text/csv; charset=utf-8",
    route: exported.takeCodebookTable,
    text: dictionaryCsv,
  },
  {
    name: "codebook.json",
    type: "application/json; charset=utf-8",
    route: exported.takeCodebookData,
    text: (book: Codebook) => JSON.stringify({ missing: MISSING_REASONS, ...book }, null, 2),
  },
  {
    name: "codebook.md",
    type: "text/markdown; charset=utf-8",
    route: exported.takeCodebookPage,
    text: referencePage,
  },
  {
    name: "read-charts.R",
    type: "text/plain; charset=utf-8",
    route: exported.takeRScript,
    text: rScript,
  },
] as const;

/** An answer that a browser keeps as a file. */
const asFile = (reply: FastifyReply, name: string, type: string): FastifyReply =>
  reply.headers({
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  });

function dictionaryCsv(book: Codebook): string {
  const rows = dictionary(book);
  const names = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `${[names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.map(cell).join(",")).join("\n")}\n`;
}
