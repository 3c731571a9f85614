import type { Course } from "@osteon/api";

/** A chart that can be read by rules: its rows are complete and do not contradict each other. */
export type ReadCourse = Extract<Course, { ready: true }>;
export type State = ReadCourse["states"][number];
export type Score = NonNullable<ReadCourse["score"]>;
