import { fileURLToPath } from "node:url";

/** Folder of the models that every study of CNO builds on. */
export const CNO_MODELS = fileURLToPath(new URL("../models", import.meta.url));

/** Folder of outcome definitions; a study takes those that it reads, and states their rules. */
export const CNO_OUTCOMES = fileURLToPath(new URL("../outcomes", import.meta.url));
