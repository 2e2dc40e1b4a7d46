import type { ChartPoint } from '../chart-points.js';
import type { Bounds } from './projection.js';

/** Where WGS 84 coordinates of places in China lie, seas included. */
const CHINA: Bounds = { west: 73, south: 3, east: 136, north: 54 };
const MOST_STRAYS = 0.1;

export type Place = readonly [longitude: number, latitude: number];

const within = ([longitude, latitude]: Place, { west, south, east, north }: Bounds) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** Places that a map can show: strays such as 0, 0 are left out when nearly all lie in China, columns the wrong way round are turned. Pure. */
export function plausiblePlaces(points: readonly ChartPoint[]): { places: Place[]; notes: string[] } {
  const given = points.flatMap(({ x, value }): Place[] => (x === undefined || value === null ? [] : [[x, value]]));
  const turned = given.map(([longitude, latitude]): Place => [latitude, longitude]);
  const most = given.length * (1 - MOST_STRAYS);
  const inChina = given.filter((place) => within(place, CHINA));
  if (given.length > 0 && inChina.length >= most) return left(given, inChina, '不在中国范围内');
  const turnedInChina = turned.filter((place) => within(place, CHINA));
  if (given.length > 0 && turnedInChina.length >= most) {
    const { places, notes } = left(turned, turnedInChina, '不在中国范围内');
    return { places, notes: ['两列的经度和纬度写反了，已对调画出', ...notes] };
  }
  return left(
    given,
    given.filter((place) => within(place, { west: -180, south: -90, east: 180, north: 90 })),
    '不是经纬度',
  );
}

function left(all: Place[], places: Place[], why: string): { places: Place[]; notes: string[] } {
  const strays = all.length - places.length;
  return { places, notes: strays > 0 ? [`有 ${strays.toLocaleString('en-US')} 个点${why}，没有画出`] : [] };
}
