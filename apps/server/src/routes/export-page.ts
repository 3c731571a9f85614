import { type Codebook, dictionary, MISSING_REASONS, referencePage, rScript } from "@osteon/codebook";
import { readCodebook } from "@osteon/registry";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { mayTake } from "./exports.ts";
import { heldBy } from "./held-by.ts";
import { centreText } from "./shapes.ts";

const narrowed = z.object({ centre: centreText.optional() });

/** What an export would hold, and what one needs to read it: the codebook and a script for R. Nothing here is of a child. */
export function addExportPage({ app, desk }: RouteParts): void {
  app.get(
    "/api/exports",
    {
      schema: {
        querystring: narrowed,
        summary: "What an export would hold: children, rows, drafts and children who stay behind",
      },
    },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { centres, notice } = await mayTake(session, narrowed.parse(request.query).centre);
        return {
          status: 200,
          body: {
            centres,
            notice,
            ...(await heldBy(session, centres)),
          },
        };
      }),
  );

  for (const { name, type, summary, text } of FILES)
    app.get(`/api/exports/${name}`, { schema: { summary } }, async (request, reply) => {
      const book = await desk.check(request, readCodebook);
      return asFile(reply, name, type).send(text(book));
    });
}

const FILES = [
  {
    name: "codebook.csv",
    type: "text/csv; charset=utf-8",
    summary: "The codebook as a data dictionary: labels, units, choices, limits, codes, missing reasons",
    text: dictionaryCsv,
  },
  {
    name: "codebook.json",
    type: "application/json; charset=utf-8",
    summary: "The codebook as JSON",
    text: (book: Codebook) => JSON.stringify({ missing: MISSING_REASONS, ...book }, null, 2),
  },
  {
    name: "codebook.md",
    type: "text/markdown; charset=utf-8",
    summary: "The codebook to be read, as Markdown",
    text: referencePage,
  },
  {
    name: "read-charts.R",
    type: "text/plain; charset=utf-8",
    summary: "A script of base R that reads the exported charts with labels, factors, days and missing reasons",
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
