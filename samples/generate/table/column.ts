import { creditCode, organisationCode } from '../credit-code.js';
import { addDays } from '../day.js';
import type { Random } from '../random.js';
import { CITY, REGION_WEIGHTS, REGIONS, ROADS } from '../region.js';

export type Cell = string | number;
export type Row = Record<string, Cell>;
type Maker = (row: Row, index: number, random: Random, args: string) => Cell;

const FRONT = [
  '望江',
  '云汀',
  '青禾',
  '砚池',
  '柳堤',
  '长亭',
  '双溪',
  '石鼓',
  '白鹭',
  '墨池',
  '梅岗',
  '枫林',
  '龙潭',
  '茶亭',
  '盐仓',
  '渔梁',
  '文昌',
  '松涧',
  '大洲',
  '三江',
];
const BACK = ['', '东', '西', '南', '北', '新', '中', '一', '二', '三', '四', '五', '六', '七', '八'];

const regionOf = (row: Row) => REGIONS.find((region) => Object.values(row).includes(region.name)) ?? REGIONS[0]!;
const range = (args: string) => args.split('~').map(Number) as [number, number];
const sumOf = (row: Row, args: string) => args.split('+').reduce((sum, name) => sum + Number(row[name]), 0);
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

const POLLUTANTS: [column: string, steps: number[], name: string][] = [
  ['PM2.5浓度(微克/立方米)', [0, 35, 75, 115, 150], 'PM2.5'],
  ['PM10浓度(微克/立方米)', [0, 50, 150, 250, 350], 'PM10'],
  ['臭氧浓度(微克/立方米)', [0, 100, 160, 215, 265], '臭氧'],
];

/** Linear between the breakpoints, whose index values are 0, 50, 100, 150, 200. */
function subIndex(value: number, steps: number[]): number {
  const at = Math.max(
    1,
    steps.findIndex((step) => value <= step),
  );
  return Math.ceil(50 * (at - 1) + (50 * (value - steps[at - 1]!)) / (steps[at]! - steps[at - 1]!));
}

/** Plain numbers become numbers; codes with a leading zero stay text. */
const typed = (text: string): Cell => (/^(0|[1-9]\d{0,6})(\.\d+)?$/.test(text) ? Number(text) : text);

function weightedRegion(random: Random): string {
  let point = random.next() * REGION_WEIGHTS.reduce((a, b) => a + b, 0);
  return (REGIONS.find((region) => (point -= region.weight) < 0) ?? REGIONS[0]!).name;
}

/** Column kinds; each makes one cell from the row so far. */
export const MAKERS: Record<string, Maker> = {
  seq: (_, i, __, args) => `${args.split(',')[0]}${String(i + 1).padStart(Number(args.split(',')[1]), '0')}`,
  n: (_, i) => i + 1,
  pick: (_, __, random, args) => typed(random.pick(args.split('/'))),
  cycle: (_, i, __, args) => typed(args.split('/')[i % args.split('/').length]!),
  int: (_, __, random, args) => random.int(...range(args)),
  dec: (_, __, random, args) => random.decimal(...range(args.split(',')[0]!), Number(args.split(',')[1] ?? 1)),
  date: (_, __, random, args) => {
    const [from, to] = args.split('~') as [string, string];
    return addDays(from, random.int(0, (Date.parse(to) - Date.parse(from)) / 86_400_000));
  },
  /** A later date than another column: `column,lo~hi` days. */
  after: (row, _, random, args) => addDays(String(row[args.split(',')[0]!]), random.int(...range(args.split(',')[1]!))),
  region: (_, __, random) => weightedRegion(random),
  regioncode: (row) => regionOf(row).code,
  town: (row, _, random) => random.pick(regionOf(row).towns),
  addr: (row, _, random) => `${CITY.name}${regionOf(row).name}${random.pick(ROADS)}${random.int(1, 388)}号`,
  name: (_, i, random, args) => {
    const tail = args.split('/');
    return `${FRONT[i % FRONT.length]}${BACK[Math.floor(i / FRONT.length) % BACK.length]}${tail.length > 1 ? random.pick(tail) : tail[0]}`;
  },
  /** Like `name`, from the other end of the list, for the second of two places. */
  far: (row, i, random, args) => MAKERS.name!(row, i * 7 + 11, random, args),
  phone: (_, __, random) => `0600-5550${random.int(100, 999)}`,
  credit: (_, i) => creditCode(`9168070${String(2 + (i % 3))}${organisationCode(`MA0${String(10001 + i * 17)}`)}`),
  sum: (row, _, __, args) => rounded(sumOf(row, args), 2),
  diff: (row, _, __, args) => rounded(Number(row[args.split('-')[0]!]) - Number(row[args.split('-')[1]!]), 2),
  part: (row, _, random, args) => Math.round(Number(row[args.split(',')[0]!]) * random.decimal(...range(args.split(',')[1]!), 3)),
  pct: (row, _, __, args) => rounded((100 * Number(row[args.split('/')[0]!])) / Math.max(1, Number(row[args.split('/')[1]!])), 1),
  mul: (row, _, __, args) =>
    rounded(Number(row[args.split('*')[0]!]) * (Number(args.split('*')[1]) || Number(row[args.split('*')[1]!])), 2),
  level: (row, _, __, args) => {
    const at = args.indexOf(',');
    const [name, steps] = [args.slice(0, at), args.slice(at + 1).split('/')];
    return steps.map((step) => step.split('<')).find(([, limit]) => limit === undefined || Number(row[name]) <= Number(limit))![0]!;
  },
  /** First text found in another column decides: `column,text=value/text=value`; the last value is the default. */
  has: (row, _, __, args) => {
    const [column, list] = [args.slice(0, args.indexOf(',')), args.slice(args.indexOf(',') + 1)];
    const pairs = list.split('/').map((pair) => pair.split('='));
    const [, value] = pairs.find(([text]) => String(row[column]).includes(text!)) ?? pairs.at(-1)!;
    return typed(value!);
  },
  /** Small values are common and large ones rare, as sizes of works are. */
  skew: (_, __, random, args) => rounded(range(args)[0] + (range(args)[1] - range(args)[0]) * random.next() ** 4, 1),
  /** The month moves on by one every `n` rows: `2024-01,n`. */
  block: (_, i, __, args) => {
    const [from, every] = args.split(',') as [string, string];
    const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + Math.floor(i / Number(every));
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  },
  near: (row, _, random, args) => rounded(Number(row[args.split(',')[0]!]) * random.decimal(...range(args.split(',')[1]!), 3), 2),
  /** 空气质量指数 as the largest of the sub-indexes of PM2.5, PM10 and ozone (HJ 633-2012, values of the day). */
  aqi: (row) => Math.max(...POLLUTANTS.map(([column, steps]) => subIndex(Number(row[column]), steps))),
  primary: (row) => {
    const [top] = [...POLLUTANTS].sort((a, b) => subIndex(Number(row[b[0]]), b[1]) - subIndex(Number(row[a[0]]), a[1]));
    return Number(row['空气质量指数']) <= 50 ? '无' : top![2];
  },
  spend: (row, _, __, args) => rounded((Number(row[args.split('*')[0]!]) * Number(row[args.split('*')[1]!]) * 12) / 10000, 2),
  seqdate: (_, i, __, args) => addDays(args, i),
};
