import { JsonNumber, JsonObject, jsonText, type JsonValue } from './json-value.js';

/** A value by the name of its column. */
export type FlatEntry = readonly [name: string, value: JsonValue];

export const GEOMETRY = 'geometry';
export const LONGITUDE = '经度';
export const LATITUDE = '纬度';

/** The columns of an object: objects within by their path with dots; a feature of GeoJSON by its properties and its geometry. Pure. */
export function flatEntries(object: JsonObject): FlatEntry[] {
  return isFeature(object) ? featureEntries(object) : [...flattened(object, '')];
}

/** The text of a cell: arrays of simple values joined, others as JSON. Pure. */
export function cellText(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value) && value.every(isSimple)) return value.map(cellText).join('；');
  return jsonText(value);
}

const isSimple = (value: JsonValue) => !Array.isArray(value) && !(value instanceof JsonObject);

function* flattened(object: JsonObject, prefix: string): Generator<FlatEntry> {
  for (const [key, value] of object.entries)
    if (value instanceof JsonObject) yield* flattened(value, `${prefix}${key}.`);
    else yield [prefix + key, value];
}

const isFeature = (object: JsonObject) => object.get('type') === 'Feature' && object.get(GEOMETRY) !== undefined;

function featureEntries(feature: JsonObject): FlatEntry[] {
  const entries: FlatEntry[] = [];
  for (const [key, value] of feature.entries) {
    if (key === 'type') continue;
    if (key === 'properties' && value instanceof JsonObject) entries.push(...flattened(value, ''));
    else if (key === GEOMETRY) entries.push(...geometryEntries(value));
    else if (key !== 'properties') entries.push(...flattened(new JsonObject([[key, value]]), ''));
  }
  return entries;
}

function geometryEntries(geometry: JsonValue): FlatEntry[] {
  if (!(geometry instanceof JsonObject)) return [];
  const coordinates = geometry.get('coordinates');
  const isPoint = geometry.get('type') === 'Point' && Array.isArray(coordinates) && coordinates.length >= 2;
  const place: FlatEntry[] = isPoint ? [[LONGITUDE, coordinates[0]!] as const, [LATITUDE, coordinates[1]!] as const] : [];
  return [[GEOMETRY, jsonText(geometry)], ...place];
}
