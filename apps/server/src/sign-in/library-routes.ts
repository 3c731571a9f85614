/** A route of the sign-in library that is open. */
export interface LibraryRoute {
  /** What of the body is handed on; the library would take more, such as devices to trust. */
  readonly fields: readonly string[];
  /** Whether a secret is tried. */
  readonly tries?: true;
  /** Whether somebody must be signed in; `set-up` where a second factor that is still missing may be set up. */
  readonly session?: "whole" | "set-up";
}

const ROUTES: Readonly<Record<string, LibraryRoute>> = {
  "POST /api/auth/sign-in/email": { fields: ["email", "password"], tries: true },
  "POST /api/auth/sign-in/social": { fields: ["provider", "callbackURL"] },
  "POST /api/auth/sign-out": { fields: [] },
  "POST /api/auth/change-password": { fields: ["currentPassword", "newPassword"], tries: true, session: "whole" },
  "POST /api/auth/two-factor/enable": { fields: ["password"], tries: true, session: "set-up" },
  "POST /api/auth/two-factor/disable": { fields: ["password"], tries: true, session: "whole" },
  "POST /api/auth/two-factor/verify-totp": { fields: ["code"], tries: true },
  "POST /api/auth/two-factor/verify-backup-code": { fields: ["code"], tries: true },
};

/** The few routes of the library that are used, by method and the one way to write the address; everything else is not there. */
export function libraryRoute(method: string, path: string, providers: readonly string[]): LibraryRoute | undefined {
  const back = method === "GET" && providers.some((id) => path === `/api/auth/callback/${encodeURIComponent(id)}`);
  if (back) return { fields: [] };
  return Object.hasOwn(ROUTES, `${method} ${path}`) ? ROUTES[`${method} ${path}`] : undefined;
}
