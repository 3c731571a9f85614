import type { Claims, Database, IdentityKeys, Session } from "@osteon/registry";

type Cells = Readonly<Record<string, string>>;

/** Charts as the first release knew them. */
export type FirstReleaseCharts = readonly {
  readonly name: string;
  readonly file: string;
  readonly rows: readonly { readonly row: number; readonly cells: Cells }[];
}[];

interface About {
  readonly centre: string;
  readonly patient: string;
  readonly entity: string;
  readonly rowKey: string;
}

/** What the first release could do, as far as its backups need it; it named rows by their number alone. */
export interface FirstRelease {
  readonly adjudicate: (session: Session, about: About, cells: Cells) => Promise<void>;
  readonly applyImport: (session: Session, plan: object, how: { batch: string; source: string }) => Promise<void>;
  readonly appoint: (database: Database, account: string, role: string, centre: string | null) => Promise<void>;
  readonly asRole: <T>(database: Database, claims: Claims, work: (session: Session) => Promise<T>) => Promise<T>;
  readonly askQuery: (session: Session, about: About & { field: string | null }, says: string) => Promise<number>;
  readonly deleteRow: (session: Session, table: object, key: string, version: number) => Promise<string>;
  readonly liftLock: (session: Session, lock: number) => Promise<boolean>;
  readonly moveQuery: (session: Session, query: number, state: string, says: string) => Promise<void>;
  readonly planImport: (session: Session, charts: FirstReleaseCharts) => Promise<object>;
  readonly readIdentityKeys: (text: string) => IdentityKeys;
  readonly readRow: (session: Session, table: object, key: string) => Promise<FirstReleaseRow | undefined>;
  readonly saveRow: (session: Session, wanted: FirstReleaseToSave) => Promise<{ readonly ok: boolean }>;
  readonly setLock: (session: Session, wanted: Partial<About> & { scope: string; visit?: string }) => Promise<unknown>;
  readonly signVisit: (session: Session, visit: string, meaning: string, printedName: string) => Promise<number>;
  readonly submitReading: (session: Session, about: About, cells: Cells) => Promise<void>;
  readonly undoBatch: (session: Session, batch: string) => Promise<number>;
  readonly writeBackup: (database: Database, path: string) => Promise<object>;
  readonly writeIdentity: (
    session: Session,
    keys: IdentityKeys,
    whose: { readonly patient: string; readonly centre: string },
    identity: { readonly name: string; readonly bornOn: string; readonly recordNumber: string },
    version: number,
  ) => Promise<number>;
}

interface FirstReleaseRow {
  readonly cells: Cells;
  readonly version: number;
}

interface FirstReleaseToSave {
  readonly table: object;
  readonly cells: Cells;
  readonly centre: string;
  readonly status: "draft" | "complete";
  readonly version: number;
}
