/** A provincial unit: its two digits, its short name and its square in the grid. */
interface ProvinceTile {
  code: string;
  name: string;
  column: number;
  row: number;
}

const unit = (code: string, name: string, column: number, row: number): ProvinceTile => ({ code, name, column, row });

/**
 * All 34 provincial units (GB/T 2260), a square each in its rough place.
 * No border is drawn: a map with borders needs an approval number (审图号) by 《地图管理条例》, a chart of squares shows none.
 */
export const PROVINCE_TILES: readonly ProvinceTile[] = [
  unit('23', '黑龙江', 7, 0),
  unit('15', '内蒙古', 4, 1),
  unit('22', '吉林', 7, 1),
  unit('65', '新疆', 0, 2),
  unit('62', '甘肃', 1, 2),
  unit('64', '宁夏', 2, 2),
  unit('14', '山西', 3, 2),
  unit('13', '河北', 4, 2),
  unit('11', '北京', 5, 2),
  unit('21', '辽宁', 7, 2),
  unit('63', '青海', 1, 3),
  unit('61', '陕西', 2, 3),
  unit('41', '河南', 3, 3),
  unit('37', '山东', 4, 3),
  unit('12', '天津', 5, 3),
  unit('54', '西藏', 0, 4),
  unit('51', '四川', 1, 4),
  unit('50', '重庆', 2, 4),
  unit('42', '湖北', 3, 4),
  unit('34', '安徽', 4, 4),
  unit('32', '江苏', 5, 4),
  unit('31', '上海', 6, 4),
  unit('53', '云南', 1, 5),
  unit('52', '贵州', 2, 5),
  unit('43', '湖南', 3, 5),
  unit('36', '江西', 4, 5),
  unit('33', '浙江', 5, 5),
  unit('45', '广西', 2, 6),
  unit('44', '广东', 3, 6),
  unit('35', '福建', 4, 6),
  unit('71', '台湾', 6, 6),
  unit('46', '海南', 2, 7),
  unit('82', '澳门', 3, 7),
  unit('81', '香港', 4, 7),
];

const BY_CODE = new Map(PROVINCE_TILES.map((tile) => [tile.code, tile]));

/** The provincial unit that a division code of 2, 4 or 6 digits begins with. */
export const provinceOf = (code: string): ProvinceTile | undefined =>
  /^\d{2}(\d{2}){0,2}$/.test(code) ? BY_CODE.get(code.slice(0, 2)) : undefined;
