import { RECORD_PROBLEMS } from "./problems/of-records.ts";
import { REQUEST_PROBLEMS } from "./problems/of-requests.ts";
import { RIGHT_PROBLEMS } from "./problems/of-rights.ts";
import { RUN_PROBLEMS } from "./problems/of-runs.ts";
import { SIGN_IN_PROBLEMS } from "./problems/of-sign-in.ts";

/** Every code that the server tells of requests, with its words. */
export const API_PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...RIGHT_PROBLEMS,
  ...RECORD_PROBLEMS,
  ...RUN_PROBLEMS,
  ...SIGN_IN_PROBLEMS,
} as const;
