import { Link, Outlet } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";
import { bilingual, useWords } from "../words/words.ts";
import "./frame.css";
import { Connection } from "./connection.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Notices } from "./notices.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { useFocusOnPage } from "./use-focus-on-page.ts";
import { usePagesAhead } from "./use-pages-ahead.ts";
import { WaitingChip } from "./waiting-chip.tsx";

const WORDS = bilingual({
  skip: ["To the content", "Zum Inhalt"],
  navigation: ["Parts of the registry", "Bereiche des Registers"],
  capture: ["Capture", "Erfassen"],
  analyse: ["Analyse", "Auswerten"],
  operate: ["Registry", "Register"],
  patients: ["Patients", "Kinder"],
  schedule: ["Schedule", "Termine"],
  quality: ["Data quality", "Datenqualität"],
  reading: ["Read images", "Bilder befunden"],
  import: ["Import", "Import"],
  study: ["Study", "Studie"],
  export: ["Export", "Export"],
  paper: ["Paper check", "Manuskript prüfen"],
  administration: ["Administration", "Verwaltung"],
  locks: ["Locks", "Sperren"],
  security: ["Sign-in", "Anmeldung"],
});

/** What stands around every page: the parts of the registry, the person, the connection. */
export function Frame() {
  const says = useWords(WORDS);
  const me = useMe();
  const administers = may(me, "registry administer");
  const reads = may(me, "chart read");
  usePagesAhead();
  useFocusOnPage();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {says.skip}
      </a>
      <header className="frame-top">
        <Link to="/" className="frame-name">
          <img src="/osteon.svg" alt="" width="24" height="24" />
          Osteon
        </Link>
        <div className="frame-own">
          <WaitingChip />
          <LanguageChoice />
          <PersonMenu />
        </div>
      </header>
      <nav className="frame-nav" aria-label={says.navigation}>
        {may(me, "image read") ? <Link to="/reading">{says.reading}</Link> : null}
        {reads ? (
          <>
            <h2>{says.capture}</h2>
            <Link to="/patients">{says.patients}</Link>
            <Link to="/schedule">{says.schedule}</Link>
            <Link to="/quality">{says.quality}</Link>
            {may(me, "batch import") ? <Link to="/import">{says.import}</Link> : null}
            <h2>{says.analyse}</h2>
            <Link to="/study">{says.study}</Link>
            {may(me, "export take") ? <Link to="/export">{says.export}</Link> : null}
            <Link to="/paper">{says.paper}</Link>
          </>
        ) : null}
        <h2>{says.operate}</h2>
        {administers ? (
          <Link to="/administration">{says.administration}</Link>
        ) : (
          <>
            {reads ? (
              <Link to="/administration" search={{ tab: "locks" }}>
                {says.locks}
              </Link>
            ) : null}
            <Link to="/administration" search={{ tab: "security" }}>
              {says.security}
            </Link>
          </>
        )}
      </nav>
      <div className="frame-page">
        <Notices />
        <Connection />
        <Outlet />
      </div>
    </div>
  );
}
