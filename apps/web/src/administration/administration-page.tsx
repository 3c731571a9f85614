import type { Me } from "@osteon/api";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { may, useMe } from "../api/me.ts";
import { Page } from "../design/page.tsx";
import { Tabs } from "../design/tabs.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { useWords } from "../words/words.ts";
import "./administration.css";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";
import { BackupsTab } from "./backups/backups-tab.tsx";
import { CentresTab } from "./centres-tab.tsx";
import { FollowUpTab } from "./follow-up/follow-up-tab.tsx";
import { KeptTablesTab } from "./kept-tables/kept-tables-tab.tsx";
import { ListsTab } from "./lists/lists-tab.tsx";
import { LocksTab } from "./locks/locks-tab.tsx";
import { OwnFieldsTab } from "./own-fields/own-fields-tab.tsx";
import { PeopleTab } from "./people/people-tab.tsx";
import { SecurityTab } from "./security/security-tab.tsx";
import { SignInTab } from "./sign-in-tab.tsx";
import { TakenStudiesTab } from "./studies/taken-studies-tab.tsx";

const route = getRouteApi("/inside/administration");

type TabName =
  | "people"
  | "centres"
  | "followUp"
  | "ownFields"
  | "keptTables"
  | "lists"
  | "locks"
  | "security"
  | "studies"
  | "signIn"
  | "backups";

interface TabPart {
  readonly key: TabName;
  readonly allowed: (me: Me) => boolean;
  readonly draw: () => ReactNode;
  /** Whether those who do not administer the registry only read it. */
  readonly readOnly?: true;
}

const administers = (me: Me): boolean => may(me, "registry administer");

const TABS: readonly TabPart[] = [
  { key: "people", allowed: administers, draw: () => <PeopleTab /> },
  { key: "centres", allowed: administers, draw: () => <CentresTab /> },
  { key: "security", allowed: () => true, draw: () => <SecurityTab /> },
  { key: "locks", allowed: (me) => may(me, "chart read"), draw: () => <LocksTab /> },
  {
    key: "followUp",
    allowed: (me) => administers(me) || may(me, "chart read"),
    draw: () => <FollowUpTab />,
    readOnly: true,
  },
  { key: "lists", allowed: (me) => administers(me) || may(me, "chart read"), draw: () => <ListsTab />, readOnly: true },
  {
    key: "ownFields",
    allowed: (me) => administers(me) || may(me, "chart read"),
    draw: () => <OwnFieldsTab />,
    readOnly: true,
  },
  { key: "keptTables", allowed: administers, draw: () => <KeptTablesTab /> },
  { key: "studies", allowed: administers, draw: () => <TakenStudiesTab /> },
  { key: "signIn", allowed: administers, draw: () => <SignInTab /> },
  { key: "backups", allowed: administers, draw: () => <BackupsTab /> },
];

/** What those who run a registry look after, and for everyone the own way to sign in. */
export function AdministrationPage() {
  const says = useWords(ADMINISTRATION_WORDS);
  const me = useMe();
  const { tab } = route.useSearch();
  const tabs = TABS.filter(({ allowed }) => allowed(me));
  const asked = TABS.find(({ key }) => key === tab);
  const isOpen = asked === undefined || tabs.includes(asked);
  const chosen = asked ?? tabs[0];
  return (
    <Page title={administers(me) || chosen === undefined ? says.title : says[chosen.key]}>
      {administers(me) ? (
        <Tabs
          label={says.parts}
          tabs={tabs.map(({ key }) => ({ key, label: says[key] }))}
          chosen={chosen?.key ?? "security"}
        />
      ) : null}
      {isOpen && chosen?.readOnly === true && !administers(me) ? <p className="quiet-text">{says.readHere}</p> : null}
      {isOpen ? chosen?.draw() : <NotYours />}
    </Page>
  );
}
