/** Degrees that a map shows. */
export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Places degrees on a drawing. */
export interface Projection {
  x: (longitude: number) => number;
  y: (latitude: number) => number;
  /** Kilometres that a pixel is wide in the middle of the map. */
  kmPerPixel: number;
  height: number;
}

const KM_PER_DEGREE = 111.32;
const SMALLEST_SPAN = 0.01;
const MARGIN = 0.06;

/** The smallest bounds of these places, a little wider. */
export function boundsOf(places: Iterable<readonly [longitude: number, latitude: number]>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of places) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  const [across, up] = [east - west, north - south].map((span) => Math.max(SMALLEST_SPAN, span * MARGIN));
  return { west: west - across!, south: south - up!, east: east + across!, north: north + up! };
}

/** A plain projection that keeps distances in the middle, fitted into a box; the bounds grow to fill a wide box. Pure. */
export function fittedProjection(
  bounds: Bounds,
  { width, left, top, most }: { width: number; left: number; top: number; most: number },
): Projection & { bounds: Bounds } {
  const middle = (bounds.south + bounds.north) / 2;
  const shrink = Math.max(0.05, Math.cos((middle * Math.PI) / 180));
  const [across, up] = [(bounds.east - bounds.west) * shrink, bounds.north - bounds.south];
  const scale = Math.min(width / across, most / up);
  const height = Math.max(Math.min(most, 200), up * scale);
  const [spareX, spareY] = [(width / scale - across) / 2 / shrink, (height / scale - up) / 2];
  const shown = { west: bounds.west - spareX, east: bounds.east + spareX, south: bounds.south - spareY, north: bounds.north + spareY };
  return {
    bounds: shown,
    x: (longitude) => left + (longitude - shown.west) * shrink * scale,
    y: (latitude) => top + (shown.north - latitude) * scale,
    kmPerPixel: KM_PER_DEGREE / scale,
    height,
  };
}

/** 1, 2 or 5 times a power of ten, at most `most`. */
export function roundStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [5, 2, 1].find((each) => each * power <= most * (1 + 1e-9)) ?? 1;
  return factor * power;
}
