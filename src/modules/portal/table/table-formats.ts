import { type DataTableModel, EXPORT_FORMATS, tableApiUrl } from '../../data/index.js';

const PLACE = /^(经度|geometry|lng|lon|longitude)$/iu;

/** Formats that a table can be had in, with their addresses; one of places only where rows have places. Pure. */
export function tableFormats({ dataset, name, columns }: DataTableModel, query = ''): { format: string; href: string }[] {
  const isPlaced = columns.some((column) => PLACE.test(column.name));
  return EXPORT_FORMATS.filter((format) => format !== 'geojson' || isPlaced).map((format) => ({
    format,
    href: `${tableApiUrl(dataset, name)}/exports/${format}${query && `?${query}`}`,
  }));
}
