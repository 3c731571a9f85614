import { Link } from "@tanstack/react-router";
import { centresOf, may, useMe } from "../api/me.ts";
import { Panel } from "../design/page.tsx";
import { RowLink } from "../design/row-link.tsx";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  title: ["No child is entered yet", "Noch ist kein Kind erfasst"],
  write: [
    (centres: string) => `Enter the first child of ${centres}, or import charts that are kept elsewhere.`,
    (centres: string) => `Erfassen Sie das erste Kind (${centres}), oder importieren Sie Akten, die anderswo liegen.`,
  ],
  beware: [
    "A child has a pseudonym here, never its name. A spreadsheet of your own comes in under Import, where its columns find their fields. Osteon keeps and counts what was charted: it is no medical device and advises no treatment.",
    "Ein Kind hat hier ein Pseudonym, nie seinen Namen. Eine eigene Excel-Tabelle kommt über den Import herein; dort finden ihre Spalten ihre Felder. Osteon bewahrt und zählt, was dokumentiert wurde: Es ist kein Medizinprodukt und rät zu keiner Behandlung.",
  ],
  enter: ["Enter the first patient", "Erstes Kind erfassen"],
  import: ["Import charts", "Akten importieren"],
  read: [
    (centres: string) =>
      `Nothing is here for you to read yet. Children of ${centres} are entered by its study nurses and investigators; ask them when charts will come.`,
    (centres: string) =>
      `Hier gibt es noch nichts zu lesen. Kinder (${centres}) erfassen Studienpflege und Prüfärztinnen und Prüfärzte des Zentrums; fragen Sie dort, wann Akten kommen.`,
  ],
  administer: [
    "An administrator reads no charts. A registry begins with its centres and the people who work there: add a centre, then invite its study nurses, investigators and data managers.",
    "Die Verwaltung liest keine Akten. Ein Register beginnt mit seinen Zentren und den Menschen, die dort arbeiten: erst ein Zentrum hinzufügen, dann Studienpflege, Prüfärztinnen und Prüfärzte und Datenmanagement einladen.",
  ],
  addCentre: ["Add a centre", "Zentrum hinzufügen"],
  invite: ["Invite people", "Personen einladen"],
  nobody: [
    "You have no role at any centre yet. Ask an administrator of this registry to give you one.",
    "Sie haben noch an keinem Zentrum eine Rolle. Bitten Sie die Verwaltung dieses Registers um eine.",
  ],
  images: [
    "Your role reads images a second time, and sees no chart, so that nothing tells what was found before.",
    "Ihre Rolle befundet Bilder ein zweites Mal und sieht keine Akte, damit nichts verrät, was zuvor gefunden wurde.",
  ],
  toImages: ["To the images", "Zu den Bildern"],
  noCharts: ["No charts to read", "Keine Akten zu lesen"],
});

/** What an empty registry says first: the next step of the one who reads it, or whom to ask. */
export function FirstScreen() {
  const says = useWords(WORDS);
  const me = useMe();
  const reads = may(me, "chart read");
  const writes = centresOf(me, "chart write");
  const administers = may(me, "registry administer");
  const imports = may(me, "batch import");
  const isImageReader = !reads && may(me, "image read");
  return (
    <Panel title={reads ? says.title : says.noCharts}>
      {writes.length > 0 ? (
        <>
          <p>{says.write(writes.join(", "))}</p>
          <p className="row">
            <RowLink centre={writes[0] ?? ""} patient="new" table="patient" row="new" className="button primary">
              {says.enter}
            </RowLink>
            {imports ? (
              <Link to="/import" className="button">
                {says.import}
              </Link>
            ) : null}
          </p>
        </>
      ) : reads ? (
        <>
          <p>{says.read(centresOf(me, "chart read").join(", "))}</p>
          {imports ? (
            <p>
              <Link to="/import" className="button primary">
                {says.import}
              </Link>
            </p>
          ) : null}
        </>
      ) : null}
      {administers ? (
        <>
          <p>{says.administer}</p>
          <p className="row">
            <Link to="/administration" search={{ tab: "centres" }} className="button primary">
              {says.addCentre}
            </Link>
            <Link to="/administration" search={{ tab: "people" }} className="button">
              {says.invite}
            </Link>
          </p>
        </>
      ) : null}
      {isImageReader ? (
        <>
          <p>{says.images}</p>
          <p>
            <Link to="/reading" className="button primary">
              {says.toImages}
            </Link>
          </p>
        </>
      ) : null}
      {reads || administers ? <p className="quiet-text small">{says.beware}</p> : null}
      {me.rights.length === 0 ? <p>{says.nobody}</p> : null}
    </Panel>
  );
}
