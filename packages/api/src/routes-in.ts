import type { Route } from "./route.ts";

/** A route with the names by which the program knows it: `charts.readRow`. */
export interface NamedRoute {
  readonly subject: string;
  readonly name: string;
  readonly route: Route;
}

/** The routes of all subjects of a module, as of `import * as api`. */
export const routesIn = (subjects: object): readonly NamedRoute[] =>
  Object.entries(subjects).flatMap(([subject, held]: [string, unknown]) =>
    typeof held !== "object" || held === null
      ? []
      : Object.entries(held).flatMap(([name, one]: [string, unknown]) =>
          isRoute(one) ? [{ subject, name, route: one }] : [],
        ),
  );

const isRoute = (one: unknown): one is Route =>
  typeof one === "object" && one !== null && "answers" in one && "path" in one && "method" in one;
