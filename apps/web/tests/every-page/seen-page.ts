import type { Page } from "playwright-core";
import type { RegistryName, Role, SeenRegistry } from "./registries.ts";

/** A page of the app, and what is done on it, in English, before it is looked at. */
export interface SeenPage {
  readonly name: string;
  /** The address in the router that draws it. */
  readonly route: string;
  /** Registries that have it. */
  readonly of: readonly RegistryName[];
  /** Who looks at it. */
  readonly as: Role | "nobody";
  readonly path: (registry: SeenRegistry) => string | Promise<string>;
  readonly prepare?: (page: Page, registry: SeenRegistry) => Promise<void>;
  /** Words on it that are a person's, and so in no language. */
  readonly typed?: readonly string[];
  /** Drawn by what draws another page of the list: it is looked at in the long walk only. */
  readonly likeOthers?: true;
  /** It speaks of a file's own columns and codes. */
  readonly tellsCodes?: true;
}

export const EVERYWHERE = ["empty", "one child", "cohort"] as const;
export const WITH_CHILDREN = ["one child", "cohort"] as const;

/** The parts of a page that has tabs. */
export const tabs = (page: Omit<SeenPage, "path"> & { readonly path: string }, of: readonly string[]) =>
  of.map((tab): SeenPage => ({ ...page, name: `${page.name}-${tab}`, path: () => `${page.path}?tab=${tab}` }));
