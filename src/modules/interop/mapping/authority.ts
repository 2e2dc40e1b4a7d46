/** Terms of the vocabularies that the Publications Office of the European Union keeps, which DCAT-AP asks for. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** Data themes of each top-level topic of the State Council's classification. */
const THEMES: Record<string, string[]> = {
  '01': ['GOVE'],
  '02': ['GOVE'],
  '03': ['ECON'],
  '04': ['ECON'],
  '05': ['ENER', 'ENVI'],
  '06': ['AGRI'],
  '07': ['TRAN', 'ECON'],
  '08': ['ECON'],
  '09': ['ECON', 'GOVE'],
  '10': ['REGI', 'ENVI'],
  '11': ['TECH', 'EDUC'],
  '12': ['EDUC'],
  '13': ['HEAL'],
  '14': ['SOCI'],
  '15': ['SOCI'],
  '16': ['JUST'],
  '17': ['SOCI'],
  '18': ['SOCI'],
  '19': ['INTR'],
  '20': ['GOVE'],
  '21': ['GOVE'],
  '22': ['OP_DATPRO'],
};

const FILE_TYPES: Record<string, string> = {
  csv: 'CSV',
  tsv: 'TSV',
  xlsx: 'XLSX',
  xls: 'XLS',
  ods: 'ODS',
  json: 'JSON',
  geojson: 'GEOJSON',
  jsonl: 'JSON',
  xml: 'XML',
  rdf: 'RDF_XML',
  ttl: 'RDF_TURTLE',
  jsonld: 'JSON_LD',
  parquet: 'PARQUET',
  pdf: 'PDF',
  doc: 'DOC',
  docx: 'DOCX',
  ppt: 'PPT',
  pptx: 'PPTX',
  txt: 'TXT',
  html: 'HTML',
  zip: 'ZIP',
  gz: 'GZIP',
  jpg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  bmp: 'BMP',
  tif: 'TIFF',
  shp: 'SHP',
  kml: 'KML',
};

const ACCESS: Record<string, string> = {
  unconditional: 'PUBLIC',
  conditional: 'RESTRICTED',
  active: 'PUBLIC',
  onRequest: 'RESTRICTED',
  none: 'NON_PUBLIC',
};

/** Data themes of a topic; the provisional one for a topic that no table has. */
export const themeUris = (topicCode: string | null): string[] =>
  (THEMES[topicCode?.slice(0, 2) ?? ''] ?? ['OP_DATPRO']).map((theme) => `${AUTHORITY}/data-theme/${theme}`);

export const fileTypeUri = (format: string | null): string | null => {
  const type = FILE_TYPES[format ?? ''];
  return type ? `${AUTHORITY}/file-type/${type}` : null;
};

/** Access right of an openness or publicity; what says nothing is open to everybody, since it is published. */
export const accessRight = (code: string | null): 'PUBLIC' | 'RESTRICTED' | 'NON_PUBLIC' =>
  (ACCESS[code ?? ''] ?? 'PUBLIC') as 'PUBLIC' | 'RESTRICTED' | 'NON_PUBLIC';

export const accessRightUri = (code: string | null): string => `${AUTHORITY}/access-right/${accessRight(code)}`;

/** Frequency of an update cycle, by the name that the code table gives it. */
export const frequencyUri = (dcat: string | null): string | null => (dcat ? `${AUTHORITY}/frequency/${dcat}` : null);

export const LANGUAGE_URI = `${AUTHORITY}/language/ZHO`;
