/** A column of JSON objects: where its value lies in each, as a JSON pointer. */
export interface JsonColumn {
  name: string;
  pointer: string;
  /** Lists of plain values are joined; every other list or object stays JSON text. */
  joined: boolean;
  /** Only of objects whose geometry is a point. */
  onlyPoints?: true;
}

const DEEPEST = 3;
const MOST_COLUMNS = 2_000;

const pointerOf = (path: readonly string[]) => path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The columns that objects have, nested ones flattened with a dot; in the order in which they first appear. Pure. */
export function jsonColumns(objects: readonly unknown[]): JsonColumn[] {
  const found = new Map<string, { path: string[]; nested: boolean; plain: boolean; lists: boolean }>();
  const walk = (value: object, path: string[]) => {
    for (const [key, inner] of Object.entries(value)) {
      const own = [...path, key];
      const pointer = pointerOf(own);
      const nested =
        inner !== null &&
        typeof inner === 'object' &&
        !Array.isArray(inner) &&
        own.length < DEEPEST &&
        Object.keys(inner as object).length > 0;
      if (!found.has(pointer)) {
        if (found.size >= MOST_COLUMNS) continue;
        found.set(pointer, { path: own, nested: false, plain: false, lists: true });
      }
      const known = found.get(pointer)!;
      if (nested) {
        known.nested = true;
        walk(inner as object, own);
      } else if (inner !== null) {
        known.plain = true;
        if (!(Array.isArray(inner) && inner.every((each) => each === null || typeof each !== 'object'))) known.lists = false;
      }
    }
  };
  for (const each of objects) if (each !== null && typeof each === 'object' && !Array.isArray(each)) walk(each, []);
  return [...found]
    .filter(([, { nested, plain }]) => plain || !nested)
    .map(([pointer, { path, lists, plain }]) => ({ name: path.join('.'), pointer, joined: lists && plain }));
}

/** Where the list of objects lies in a document, as a JSON pointer: itself, a member of it, or the features of a GeoJSON collection. Pure. */
export function listPointer(document: unknown, path: readonly string[] = []): string | undefined {
  if (Array.isArray(document)) return pointerOf(path);
  if (document === null || typeof document !== 'object' || path.length > DEEPEST) return undefined;
  const keys = Object.entries(document)
    .filter(([, value]) => isList(value))
    .map(([key]) => key);
  const best = keys.find((key) => LISTS.includes(key)) ?? keys[0];
  if (best !== undefined) return pointerOf([...path, best]);
  for (const [key, inner] of Object.entries(document)) {
    const deeper = inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? listPointer(inner, [...path, key]) : undefined;
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

const LISTS = ['features', 'data', 'result', 'results', 'records', 'rows', 'list', 'items'];
const isList = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((each) => each !== null && typeof each === 'object');

/** The columns of GeoJSON features: their properties, their geometry, and the place of points. Pure. */
export function featureColumns(features: readonly unknown[]): JsonColumn[] {
  const properties = features.map((feature) => (feature as { properties?: object | null }).properties ?? {});
  const hasPoints = features.some((feature) => (feature as { geometry?: { type?: string } | null }).geometry?.type === 'Point');
  const place = (name: string, index: number): JsonColumn => ({
    name,
    pointer: `/geometry/coordinates/${index}`,
    joined: false,
    onlyPoints: true,
  });
  return [
    ...jsonColumns(properties).map((column) => ({ ...column, pointer: `/properties${column.pointer}` })),
    ...(hasPoints ? [place('经度', 0), place('纬度', 1)] : []),
    { name: 'geometry', pointer: '/geometry', joined: false },
  ];
}

/** Whether objects are GeoJSON features (RFC 7946). Pure. */
export const areFeatures = (objects: readonly unknown[]): boolean =>
  objects.length > 0 && objects.every((each) => (each as { type?: unknown }).type === 'Feature' && 'geometry' in (each as object));
