import { join } from "node:path";
import { CNO_MODELS } from "@osteon/cno";
import { readModels } from "@osteon/derive";

/** The models of this study and those that it shares with others, as its lock holds them. */
export const DRESDEN_MODELS = readModels([CNO_MODELS, join(import.meta.dirname, "../models")]);
