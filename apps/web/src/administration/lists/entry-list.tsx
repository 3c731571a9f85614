import { accounts } from "@osteon/api";
import { type Analyte, bandText, DRUG_CLASSES, type Drug, GERMAN_BOOK } from "@osteon/codebook";
import { useState } from "react";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { reachable } from "../../design/reachable.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { LISTS_WORDS } from "./lists-words.ts";
import type { ToldEntry } from "./told-lists.ts";

interface Parts {
  readonly list: "drugs" | "analytes";
  readonly entries: readonly ToldEntry<Drug | Analyte>[];
  /** Opens the form of an entry, or of a new one; who may not change the list has none. */
  readonly onOpen: ((code?: string) => void) | undefined;
}

const isAnalyte = (entry: Drug | Analyte): entry is Analyte => "scale" in entry;

/** A list with what there is to know of each entry; those that a name or code contains. */
export function EntryList({ list, entries, onOpen }: Parts) {
  const says = useWords(LISTS_WORDS);
  const format = useFormat();
  const nameOf = useNameOf();
  const person = usePerson();
  const [sought, setSought] = useState("");
  const word = sought.trim().toLowerCase();
  const found = entries.filter(({ entry }) =>
    [entry.code, entry.says, nameOf(entry)].some((name) => name.toLowerCase().includes(word)),
  );
  const isDrugs = list === "drugs";
  const heads = isDrugs
    ? [says.name, says.drugClass, says.usualUnits, says.atcShort, says.origin]
    : [says.name, says.units, says.limits, says.loincShort, says.origin];
  return (
    <Panel
      title={says[list]}
      flush
      actions={
        onOpen === undefined ? undefined : (
          <button type="button" onClick={() => onOpen()}>
            {isDrugs ? says.addDrug : says.addAnalyte}
          </button>
        )
      }
    >
      <div className="table-notes">
        <input
          type="search"
          aria-label={isDrugs ? says.searchDrugs : says.searchAnalytes}
          placeholder={says.search}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {found.length === 0 ? (
        <p className="table-notes">{says.none}</p>
      ) : (
        <div className="scrolls list-entries" ref={reachable}>
          <table className="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
                {onOpen === undefined ? null : (
                  <th scope="col">
                    <span className="unseen">{says.actions}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {found.map(({ entry, shipped, changedBy, changedAt }) => (
                <tr key={entry.code}>
                  <th scope="row">
                    {nameOf(entry)} <span className="mono small quiet-text">{entry.code}</span>
                    {entry.retired ? <span className="tag"> {says.retired}</span> : null}
                  </th>
                  {isAnalyte(entry) ? <AnalyteCells analyte={entry} /> : <DrugCells drug={entry} />}
                  <td className="small">
                    {shipped ? says.shipped : says.changed(person(changedBy), format.dateTime(changedAt))}
                  </td>
                  {onOpen === undefined ? null : (
                    <td>
                      <button
                        type="button"
                        className="quiet"
                        aria-label={says.changeOf(nameOf(entry))}
                        onClick={() => onOpen(entry.code)}
                      >
                        {says.change}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function DrugCells({ drug }: { readonly drug: Drug }) {
  const says = useWords(LISTS_WORDS);
  const book = useBook();
  const words = DRUG_CLASSES.find(({ code }) => code === drug.drugClass)?.says;
  return (
    <>
      <td>{words === undefined ? says.noClassShort : book(words)}</td>
      <td>{drug.usualUnits?.join(", ")}</td>
      <td className="mono">{drug.codes?.atc}</td>
    </>
  );
}

function AnalyteCells({ analyte }: { readonly analyte: Analyte }) {
  const says = useWords(LISTS_WORDS);
  const { scale, reported, limits, bands = [], codes } = analyte;
  const isFinding = scale === "finding";
  return (
    <>
      <td>{isFinding ? says.finding : reported.map(({ unit }) => unit).join(", ")}</td>
      <td>
        {isFinding ? "" : `${limits.plausible[0]}..${limits.plausible[1]}`}
        {bands.map((band) => (
          <div className="small quiet-text" key={bandText(band)}>
            {bandText(band)}
          </div>
        ))}
      </td>
      <td className="mono">{codes?.loinc}</td>
    </>
  );
}

/** What an entry is called in the language of the page. */
export function useNameOf(): (entry: Drug | Analyte) => string {
  const language = useLanguage();
  return ({ says, german }) => (language === "de" ? (german ?? GERMAN_BOOK[says] ?? says) : says);
}

function usePerson(): (account: string) => string {
  const people = useGet(accounts.listPeople, {}).data?.people;
  return (account) => people?.find((one) => one.account === account)?.name ?? account;
}
