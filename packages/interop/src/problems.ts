import { FILE_PROBLEMS } from "./csv/problems.ts";
import { DATA_FILE_PROBLEMS } from "./data-file/problems.ts";
import { WORKBOOK_PROBLEMS } from "./workbook/problems.ts";
import { ARCHIVE_PROBLEMS } from "./zip/problems.ts";

/** Every code that reading files tells, with its words. */
export const INTEROP_PROBLEMS = {
  ...FILE_PROBLEMS,
  ...WORKBOOK_PROBLEMS,
  ...ARCHIVE_PROBLEMS,
  ...DATA_FILE_PROBLEMS,
} as const;
