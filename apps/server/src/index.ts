export { type AppParts, createApp } from "./http/create-app.ts";
export { courseOfChart } from "./runs/course-of-chart.ts";
export type { Course, CourseReader, CourseScore, CourseState } from "./runs/course-reader.ts";
export { readStudies } from "./runs/read-studies.ts";
export { runInWorker } from "./runs/run-in-worker.ts";
export type { Members, OnPart, RunPlace, StudyReader, SurvivalRows } from "./runs/study-reader.ts";
export type { RunOutcome, StudyRunner } from "./runs/study-runner.ts";
export type { Door, Invitation, OidcProvider } from "./sign-in/door.ts";
export { type DoorOptions, openDoor, type PasswordKeeping } from "./sign-in/open-door.ts";

export { hereOrThere } from "./start/commands-here-or-there.ts";
export { readBackupKey, readKeys } from "./start/keys.ts";
export { loadCohort } from "./start/load-cohort.ts";
export { openUnmigrated } from "./start/open-registry.ts";
export { serveRegistry } from "./start/serve-registry.ts";
