import { join } from "node:path";
import { CNO_MODELS, CNO_OUTCOMES } from "@osteon/cno";
import { modelsReached, readModels } from "@osteon/derive";

const OWN = join(import.meta.dirname, "../models");

/** The models of this study and those that it shares with others, as its lock holds them. */
export const DRESDEN_MODELS = modelsReached(
  readModels([CNO_MODELS, CNO_OUTCOMES, OWN]),
  readModels([CNO_MODELS, OWN]).map(({ name }) => name),
);
