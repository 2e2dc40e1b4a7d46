import { isNumeric, type TableColumn, type TableSchema } from '../table/table-schema.js';

const LONGITUDE = /^(经度|东经|lng|lon|long|longitude|jingdu|x坐标|坐标x|经度坐标|gis_?x)/iu;
const LATITUDE = /^(纬度|北纬|lat|latitude|weidu|y坐标|坐标y|纬度坐标|gis_?y)/iu;
const REGION = /(行政区划|区划|地区|区县|省份?|市|县)(代码|编码)$|^(region|area|adcode|region_code)$/iu;

/** Which columns place rows on a map, by their names and types. Pure. */
export function columnRoles(columns: readonly TableColumn[]): Omit<TableSchema, 'columns'> {
  const numbers = columns.filter(isNumeric);
  const longitude = numbers.find(({ name }) => LONGITUDE.test(name))?.key;
  const latitude = numbers.find(({ name }) => LATITUDE.test(name))?.key;
  const region = columns.find(({ name, type }) => type === 'string' && REGION.test(name))?.key;
  const geometry = columns.find(({ name, type }) => type === 'string' && name === 'geometry')?.key;
  return {
    ...(longitude !== undefined && latitude !== undefined ? { point: { longitude, latitude } } : {}),
    ...(geometry === undefined ? {} : { geometry }),
    ...(region === undefined ? {} : { region }),
  };
}
