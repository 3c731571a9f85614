import { CNO_GERMAN } from "@osteon/cno";
import { GERMAN_BOOK } from "@osteon/codebook";
import { DEFINITIONS } from "./german/definitions.ts";
import { CHILDREN } from "./german/on-children.ts";
import { COURSE } from "./german/on-course.ts";
import { OUTCOMES } from "./german/on-outcomes.ts";
import { TITLES } from "./german/titles.ts";

/** The German of the report: each text by its English one. `osteon study check --language de` names what lacks. */
export default { ...GERMAN_BOOK, ...CNO_GERMAN, ...TITLES, ...DEFINITIONS, ...CHILDREN, ...COURSE, ...OUTCOMES };
