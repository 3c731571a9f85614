import { fileURLToPath } from "node:url";

/** The folder of the SQL models that studies of CNO share: signs, markers, lesions, drugs, lines, relapses, response, scores. */
export const CNO_MODELS = fileURLToPath(new URL("../models/", import.meta.url));
