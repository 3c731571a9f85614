import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { may, useMe } from "../api/me.ts";
import { Page } from "../design/page.tsx";
import { Tabs } from "../design/tabs.tsx";
import { ExportLink } from "../export/export-link.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { FirstScreen } from "../patients/first-screen.tsx";
import { useWords } from "../words/words.ts";
import { ChangesTab } from "./changes/changes-tab.tsx";
import { ImagesTab } from "./images/images-tab.tsx";
import { MissingTab } from "./missing/missing-tab.tsx";
import { QUALITY_WORDS } from "./quality-words.ts";
import { QueriesTab } from "./queries/queries-tab.tsx";
import { ReadingsTab } from "./readings/readings-tab.tsx";
import { TrailTab } from "./trail-tab.tsx";
import "./quality.css";

const route = getRouteApi("/inside/quality");

/** What a data manager looks after; each part is shown to those who may read it. */
export function QualityPage() {
  const says = useWords(QUALITY_WORDS);
  const me = useMe();
  const search = route.useSearch();
  const parts: readonly { key: string; label: string; may: boolean; content: ReactNode }[] = [
    { key: "missing", label: says.missing, may: may(me, "chart read"), content: <MissingTab search={search} /> },
    { key: "queries", label: says.queries, may: may(me, "query read"), content: <QueriesTab search={search} /> },
    { key: "readings", label: says.readings, may: may(me, "reading read"), content: <ReadingsTab search={search} /> },
    { key: "images", label: says.images, may: may(me, "image compare"), content: <ImagesTab /> },
    { key: "changes", label: says.changes, may: may(me, "audit read"), content: <ChangesTab search={search} /> },
    { key: "trail", label: says.trail, may: may(me, "audit read"), content: <TrailTab search={search} /> },
  ];
  const shown = parts.filter((part) => part.may);
  const asked = parts.find(({ key }) => key === search.tab);
  const chosen = shown.length === 0 ? undefined : (asked ?? shown[0]);
  return (
    <Page title={says.title} lead={says.lead} actions={<ExportLink />}>
      {chosen === undefined ? <FirstScreen /> : <Tabs label={says.parts} tabs={shown} chosen={chosen.key} />}
      {chosen === undefined || chosen.may ? chosen?.content : <NotYours />}
    </Page>
  );
}
