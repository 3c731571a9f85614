const last = new Map<string, Promise<unknown>>();

/**
 * Does one piece of work after the other for each name, in the order in which they were asked for; in other tabs of the
 * browser too, where it has locks (it has none on an address without TLS).
 */
export function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const alone = (): Promise<T> => ("locks" in navigator ? navigator.locks.request(`osteon ${name}`, work) : work());
  const mine = (last.get(name) ?? Promise.resolve()).then(alone, alone);
  last.set(name, mine);
  return mine;
}
