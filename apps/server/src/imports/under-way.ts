/** How far an import is that somebody waits for. */
export interface ImportState {
  readonly step: "none" | "reading" | "comparing" | "importing";
  /** Rows written, of how many; nothing before anything is written. */
  readonly done: number;
  readonly of: number;
  readonly table?: string;
}

/** An import that is being worked on; ending it leaves nothing behind. */
export interface UnderWay {
  state: ImportState;
  ended: boolean;
  end(): void;
  /** Comes when the import begins to be written, in a transaction that looked its session up. */
  readonly written: Promise<void>;
  writes(): void;
}

export function newUnderWay(): UnderWay {
  const { promise: written, resolve: writes } = Promise.withResolvers<void>();
  return { state: { step: "reading", done: 0, of: 0 }, ended: false, end: () => {}, written, writes };
}

/** The imports of this process by the session that sent them and the number that was given with the file; other people's are not there. */
export function importsUnderWay() {
  const all = new Map<string, UnderWay>();
  const placeOf = (session: string, work: string): string => `${session}\n${work}`;
  return {
    of: (session: string, work: string): UnderWay | undefined => all.get(placeOf(session, work)),
    /** Keeps an import in sight while it lasts. */
    during: async <T>(session: string, work: string | undefined, one: UnderWay, task: () => Promise<T>): Promise<T> => {
      if (work === undefined) return await task();
      const place = placeOf(session, work);
      all.set(place, one);
      try {
        return await task();
      } finally {
        if (all.get(place) === one) all.delete(place);
      }
    },
  };
}
