import { lists as api } from "@osteon/api";
import type { Analyte, Drug } from "@osteon/codebook";
import { useState } from "react";
import { may, useMe } from "../../api/me.ts";
import { useGet } from "../../api/use-get.ts";
import { Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { AnalyteForm } from "./analyte-form.tsx";
import { DrugForm } from "./drug-form.tsx";
import { EntryList } from "./entry-list.tsx";
import { LISTS_WORDS } from "./lists-words.ts";
import type { ToldEntry, ToldLists } from "./told-lists.ts";
import "./lists.css";

/** What is being written: an entry of a list, or a new one. */
type Open =
  | { readonly list: "drugs"; readonly code: string | undefined }
  | { readonly list: "analytes"; readonly code: string | undefined };

/** The lists of drugs and analytes: found by name, and for administrators added to, changed, retired. */
export function ListsTab() {
  const says = useWords(LISTS_WORDS);
  const told = useGet(api.readLists, {});
  const mayChange = may(useMe(), "registry administer");
  const [open, setOpen] = useState<Open>();
  const [saved, setSaved] = useState(false);
  const lists = told.data as ToldLists | undefined;
  if (lists === undefined) return told.error === null ? <Waiting /> : <Problems error={told.error} />;
  const close = (done: boolean) => {
    setOpen(undefined);
    setSaved(done);
  };
  const begin = (list: Open["list"]) => (code?: string) => {
    setSaved(false);
    setOpen({ list, code });
  };
  const chosen = <Entry extends Drug | Analyte>(all: readonly ToldEntry<Entry>[]) =>
    all.find(({ entry }) => entry.code === open?.code);
  return (
    <>
      <p className="quiet-text">{says.lead}</p>
      <p role="status">{saved ? says.saved : ""}</p>
      {open?.list === "drugs" ? (
        <DrugForm key={open.code} lists={lists} stored={chosen(lists.drugs)} onClose={close} />
      ) : (
        <EntryList list="drugs" entries={lists.drugs} onOpen={mayChange ? begin("drugs") : undefined} />
      )}
      {open?.list === "analytes" ? (
        <AnalyteForm key={open.code} lists={lists} stored={chosen(lists.analytes)} onClose={close} />
      ) : (
        <EntryList list="analytes" entries={lists.analytes} onOpen={mayChange ? begin("analytes") : undefined} />
      )}
    </>
  );
}
