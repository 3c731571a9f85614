/** Items of a list with keys of their own: their name, and which of that name they are, since names may repeat. */
export function keyed<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly { readonly key: string; readonly item: T; readonly place: number }[] {
  const seen = new Map<string, number>();
  return items.map((item, place) => {
    const name = nameOf(item);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { key: nth === 1 ? name : `${name} ${nth}`, item, place };
  });
}
