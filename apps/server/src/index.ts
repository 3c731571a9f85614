export { type AppParts, createApp } from "./http/create-app.ts";
export type { Course, CourseReader, CourseScore, CourseState } from "./runs/course-reader.ts";
export type { Clock, Members, OnPart, RunPlace, StudyInWords, StudyReader, SurvivalRows } from "./runs/study-reader.ts";
export type { RunOutcome, StudyRunner } from "./runs/study-runner.ts";
export type { Door, Invitation, KnownPerson, OidcProvider } from "./sign-in/door.ts";
export { type DoorOptions, openDoor, type PasswordKeeping } from "./sign-in/open-door.ts";
export { personName } from "./sign-in/person-name.ts";
