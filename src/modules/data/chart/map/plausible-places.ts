import type { Bounds } from './projection.js';

/** Where WGS 84 coordinates of places in China lie, seas included. */
const CHINA: Bounds = { west: 73, south: 3, east: 136, north: 54 };
const EARTH: Bounds = { west: -180, south: -90, east: 180, north: 90 };
const MOST_STRAYS = 0.1;

/** A place: longitude across, latitude up. */
interface Placed {
  label: string;
  x: number;
  value: number;
}

const within = ({ x, value }: Placed, { west, south, east, north }: Bounds) => x >= west && x <= east && value >= south && value <= north;

/** Places that a map can show: strays such as 0, 0 are left out when nearly all lie in China, columns the wrong way round are turned. Pure. */
export function plausiblePlaces(given: readonly Placed[]): { places: Placed[]; notes: string[] } {
  const turned = given.map(({ label, x, value }) => ({ label, x: value, value: x }));
  const [kept, keptTurned] = [given, turned].map((places) => places.filter((place) => within(place, CHINA)));
  const most = Math.max(1, given.length * (1 - MOST_STRAYS));
  const strays = (places: Placed[], why: string) =>
    places.length < given.length ? [`有 ${(given.length - places.length).toLocaleString('en-US')} 个点${why}，没有画出`] : [];
  if (kept!.length >= most) return { places: kept!, notes: strays(kept!, '不在中国范围内') };
  if (keptTurned!.length >= most)
    return { places: keptTurned!, notes: ['经度和纬度两列写反了，已对调画出', ...strays(keptTurned!, '不在中国范围内')] };
  const real = given.filter((place) => within(place, EARTH));
  return { places: real, notes: strays(real, '的坐标不是经纬度') };
}
