/** One county-level region of the invented city. */
export interface Region {
  code: string;
  name: string;
  /** Share of the city's population, used to split totals. */
  weight: number;
  towns: string[];
}

/** Province prefix 68 is assigned to nobody, so no code here can be mistaken for a real place. */
export const CITY = { code: '680700', name: '澜川市', short: '澜川', abbr: '澜' };

export const REGIONS: Region[] = [
  { code: '680702', name: '临澜区', weight: 21, towns: ['望江街道', '文昌阁街道', '东渡街道', '柳堤街道', '石鼓街道', '南浦镇'] },
  { code: '680703', name: '云汀区', weight: 18, towns: ['云汀街道', '青禾街道', '白鹭洲街道', '长亭街道', '双溪镇'] },
  { code: '680704', name: '砚桥区', weight: 15, towns: ['砚桥街道', '墨池街道', '梅岗街道', '西塘镇', '石埠镇'] },
  { code: '680721', name: '青樟县', weight: 14, towns: ['青樟镇', '枫林镇', '大洲镇', '白竹乡', '龙潭乡', '上墩镇'] },
  { code: '680722', name: '柏渡县', weight: 12, towns: ['柏渡镇', '河口镇', '三江镇', '茶亭乡', '石门乡'] },
  { code: '680723', name: '梧岭县', weight: 8, towns: ['梧岭镇', '云峰镇', '高坪乡', '松涧乡', '岩下乡'] },
  { code: '680781', name: '望汀市', weight: 12, towns: ['汀州门街道', '北港街道', '盐仓镇', '渔梁镇', '新圩镇'] },
];

export const REGION_WEIGHTS = REGIONS.map((region) => region.weight);
export const REGION_NAMES = REGIONS.map((region) => region.name);
export const ROADS = [
  '望江路',
  '文昌街',
  '云汀大道',
  '青禾路',
  '砚池路',
  '长亭街',
  '柳堤路',
  '石鼓路',
  '双溪大道',
  '梅岗路',
  '迎宾大道',
  '解放桥街',
  '学府路',
  '滨江东路',
  '滨江西路',
  '站前路',
  '工农街',
  '和平里',
  '创新大道',
  '盐仓路',
];
