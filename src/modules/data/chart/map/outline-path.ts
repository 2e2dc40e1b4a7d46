import type { Projection } from './projection.js';

export type Place = readonly [longitude: number, latitude: number];

/** Rings of a polygon or of several, as GeoJSON has them; nothing for other geometries. Pure. */
export function ringsOf(geometry: unknown): Place[][] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon') return lists(coordinates).map(placesOf);
  if (type === 'MultiPolygon') return lists(coordinates).flatMap((polygon) => lists(polygon).map(placesOf));
  return [];
}

const lists = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const placesOf = (ring: unknown): Place[] =>
  lists(ring).flatMap((place): Place[] => {
    const [longitude, latitude] = lists(place);
    return typeof longitude === 'number' && typeof latitude === 'number' && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
      ? [[longitude, latitude]]
      : [];
  });

/** A path rounded to half a pixel; what falls on the same place is drawn once. Pure. */
export function pathOf(rings: readonly Place[][], { x, y }: Projection): string {
  return rings
    .map((ring) => {
      const corners: string[] = [];
      for (const [longitude, latitude] of ring) {
        const corner = `${Math.round(x(longitude) * 2) / 2} ${Math.round(y(latitude) * 2) / 2}`;
        if (corner !== corners.at(-1)) corners.push(corner);
      }
      if (corners.length > 1 && corners[0] === corners.at(-1)) corners.pop();
      return corners.length < 3 ? '' : `M${corners.join('L')}Z`;
    })
    .join('');
}
