import { type Imported, type ImportPlan, imported } from "@osteon/api";
import { isTypedHead, type Meanings, tableNamed, type Written } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { BrokenAnswer, call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { type CsvFile, type RenamedFile, readCsv, renamed, type ValueMap } from "./csv-file.ts";
import { isRefused, type Prepared, queryOf } from "./plan.ts";
import { kindOf, STEPS, type Step, TYPES } from "./steps.ts";

/** What a person has done of an import so far. */
interface Work {
  /** Another file was asked for. */
  readonly asks?: boolean;
  readonly file?: File;
  readonly table?: string | undefined;
  readonly csv?: CsvFile;
  readonly prepared?: Prepared;
  readonly plan?: ImportPlan;
  readonly done?: Imported;
}

/** What was chosen for a CSV: its columns, its values, its writing, and the translation in words. */
export interface Mapped {
  readonly fields: readonly (string | undefined)[];
  readonly values: ValueMap;
  readonly written: Written;
  readonly translated: string;
}

type Busy = "reading" | "comparing" | "importing";

/** The steps that can be stood at with what there is. */
function openSteps({ file, csv, plan, done }: Work): ReadonlySet<Step> {
  if (done !== undefined) return new Set(["done"]);
  const isSound = plan?.problems.some(isRefused) === false;
  return new Set([
    "file",
    ...(file !== undefined && csv !== undefined ? (["mapping"] as const) : []),
    ...(plan === undefined ? [] : (["check"] as const)),
    ...(isSound ? (["commit"] as const) : []),
  ]);
}

/** The course of one import. A file lives as long as the page: an address alone cannot bring it back. */
export function useImport(wanted: string | undefined) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [work, setWork] = useState<Work>({});
  const [busy, setBusy] = useState<Busy>();
  const [error, setError] = useState<unknown>(null);
  const [underWay, setUnderWay] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  const open = openSteps(work);
  const asked = STEPS.find((one) => one === wanted) ?? "file";
  const step = open.has(asked) ? asked : work.done === undefined ? "file" : "done";
  const go = (next: Step) => void navigate({ to: ".", search: next === "file" ? {} : { step: next } });

  /** Does long work, one at a time; what goes wrong is told, what was cancelled is not. */
  const during = async (what: Busy, task: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController();
    stop.current = controller;
    setBusy(what);
    setError(null);
    try {
      await task(controller.signal);
    } catch (failed) {
      if (!controller.signal.aborted) setError(failed);
    } finally {
      setBusy(undefined);
    }
  };
  const compare = (prepared: Prepared) =>
    during("comparing", async (signal) => {
      const { body } = await call(
        imported.sendImport,
        { query: queryOf(prepared), body: prepared.body },
        { type: TYPES[prepared.kind], signal },
      );
      setWork((before) => ({ ...before, prepared, plan: body }));
      go("check");
    });

  return {
    ...work,
    step,
    open,
    busy,
    error,
    lost: asked !== "file" && asked !== "done" && !open.has(asked),
    go,
    /** The number under which the server tells how far the import is. */
    underWay: busy === "importing" ? underWay : undefined,
    // Who stops listening ends the import: the server keeps nothing of it.
    onCancel: busy === "comparing" || busy === "importing" ? () => stop.current?.abort() : undefined,
    take: (file: File, table: string | undefined) => {
      setError(null);
      setWork({ file, table });
    },
    setTable: (table: string | undefined) => setWork((before) => ({ ...before, table })),
    restart: () => {
      setError(null);
      setWork({});
      go("file");
    },
    /** Back to the file, with the machine's own window to choose one. */
    another: () => {
      setError(null);
      setWork({ asks: true });
      go("file");
    },
    /** A CSV is read for its columns; everything else is compared as it is, a CSV of the typed form too, whose columns are ours. */
    readFile: async () => {
      const { file, table } = work;
      const kind = file && kindOf(file);
      if (file === undefined || kind === undefined) return;
      const asItIs = { body: file, kind, source: file.name, renamed: undefined, meanings: {}, translated: "" } as const;
      if (kind !== "csv") return await compare({ ...asItIs, table: undefined, written: "codebook" });
      let csv: CsvFile | undefined;
      await during("reading", async () => {
        csv = await readCsv(file);
      });
      if (csv === undefined) return;
      if (table !== undefined && isTypedHead(tableNamed(table), csv.headers))
        return await compare({ ...asItIs, table, written: "codebook" });
      setWork({ file, table, csv });
      go("mapping");
    },
    mapColumns: async ({ fields, values, written, translated }: Mapped) => {
      const { file, table, csv } = work;
      if (file === undefined || csv === undefined) return;
      let made: RenamedFile | undefined;
      await during("reading", async () => {
        made = await renamed(csv, fields, values);
      });
      if (made === undefined) return;
      const sent = { body: made.body, kind: "csv", source: file.name, table, renamed: made } as const;
      await compare({ ...sent, written, meanings: {}, translated });
    },
    check: () => {
      if (work.prepared !== undefined) void compare(work.prepared);
    },
    /** Once more, its dates and numbers read another way. */
    readAs: (written: Written) => {
      if (work.prepared !== undefined) void compare({ ...work.prepared, written });
    },
    /** Once more, with what its values mean. */
    readMeant: (meanings: Meanings, translated: string) => {
      const { prepared } = work;
      if (prepared === undefined) return;
      const all = [prepared.translated, translated].filter((one) => one !== "").join("; ");
      void compare({ ...prepared, meanings, translated: all });
    },
    commit: (reason: string) => {
      const { prepared, plan } = work;
      if (prepared === undefined || plan === undefined) return;
      const number = crypto.randomUUID();
      setUnderWay(number);
      void during("importing", async (signal) => {
        const query = queryOf(prepared, { commit: "yes", plan: plan.plan, work: number });
        const more = { type: TYPES[prepared.kind], reason, signal };
        const { body } = await call(imported.sendImport, { query, body: prepared.body }, more);
        if (!("batch" in body)) throw new BrokenAnswer();
        setWork({ prepared, done: body });
        go("done");
        await readAgain(client, "/api/");
      });
    },
  };
}
