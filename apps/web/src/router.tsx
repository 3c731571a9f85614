import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { Waiting } from "./design/told.tsx";
import { FirstPage } from "./frame/first-page.tsx";
import { Frame } from "./frame/frame.tsx";
import { NotFoundPage } from "./frame/not-found-page.tsx";
import { PageFailed } from "./frame/page-failed.tsx";
import { Gate } from "./sign-in/gate.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(() => import("./sign-in/welcome-page.tsx"), "WelcomePage"),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: () => (
    <Gate>
      <Frame />
    </Gate>
  ),
});

const inFrame = <const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => inside, path, component, validateSearch: searchOf });

/** Addresses keep filters and tabs as texts. */
function searchOf(search: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );
}

const pages = [
  createRoute({ getParentRoute: () => inside, path: "/", component: FirstPage }),
  inFrame(
    "/patients",
    lazyRouteComponent(() => import("./patients/patients-page.tsx"), "PatientsPage"),
  ),
  inFrame(
    "/centres/$centre/patients/$patient",
    lazyRouteComponent(() => import("./patient/patient-page.tsx"), "PatientPage"),
  ),
  inFrame(
    "/centres/$centre/patients/$patient/encounter/$visit",
    lazyRouteComponent(() => import("./visit/visit-page.tsx"), "VisitPage"),
  ),
  inFrame(
    "/centres/$centre/patients/$patient/$table/$key",
    lazyRouteComponent(() => import("./entry/entry-page.tsx"), "EntryPage"),
  ),
  inFrame(
    "/reading",
    lazyRouteComponent(() => import("./reading/reading-page.tsx"), "ReadingPage"),
  ),
  inFrame(
    "/centres/$centre/reading/$imaging",
    lazyRouteComponent(() => import("./reading/image-page.tsx"), "ImagePage"),
  ),
  inFrame(
    "/schedule",
    lazyRouteComponent(() => import("./schedule/schedule-page.tsx"), "SchedulePage"),
  ),
  inFrame(
    "/quality",
    lazyRouteComponent(() => import("./quality/quality-page.tsx"), "QualityPage"),
  ),
  inFrame(
    "/import",
    lazyRouteComponent(() => import("./import/import-page.tsx"), "ImportPage"),
  ),
  inFrame(
    "/study",
    lazyRouteComponent(() => import("./study/study-page.tsx"), "StudyPage"),
  ),
  inFrame(
    "/study/$run",
    lazyRouteComponent(() => import("./study/run-page.tsx"), "RunPage"),
  ),
  inFrame(
    "/new-study",
    lazyRouteComponent(() => import("./choosing/choosing-page.tsx"), "ChoosingPage"),
  ),
  inFrame(
    "/export",
    lazyRouteComponent(() => import("./export/export-page.tsx"), "ExportPage"),
  ),
  inFrame(
    "/paper",
    lazyRouteComponent(() => import("./paper/paper-page.tsx"), "PaperPage"),
  ),
  inFrame(
    "/administration",
    lazyRouteComponent(() => import("./administration/administration-page.tsx"), "AdministrationPage"),
  ),
];

/** Every address of the app; each page is loaded when it is first opened, or ahead. */
export const router = createRouter({
  routeTree: root.addChildren([welcome, inside.addChildren(pages)]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});
