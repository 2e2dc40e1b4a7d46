import type { ReadableTable } from '../../data/index.js';
import { statementsOf } from '../mapping/crosswalk.js';
import type { CatalogEntry, EntryAgent, EntryConcept, EntryTable } from '../mapping/entry.js';

type Column = ReadableTable['version']['schema']['columns'][number];

/** Terms of Croissant 1.0 that readers know by these names. */
const CONTEXT = {
  '@language': 'zh',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const TYPES: Record<Column['type'], string> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
  datetime: 'sc:DateTime',
  time: 'sc:Time',
};

/** The file is Parquet, since its hash is known and its columns have types; the reference reader knows the second name. */
const PARQUET = ['application/vnd.apache.parquet', 'application/x-parquet'];
const FILE = 'rows.parquet';

/** Croissant 1.0 (MLCommons) of a table at a version. Pure. */
export function croissantOf(entry: CatalogEntry, table: EntryTable): object {
  const { version } = table.readable;
  const said = saidOf(entry);
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    '@id': table.uri,
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: `${said.name}：${table.title}`,
    description: said.description ?? said.name,
    identifier: said.identifier,
    url: table.page,
    version: `1.0.${version.number}`,
    ...(said.license ? { license: said.license } : {}),
    ...(said.keywords.length > 0 ? { keywords: said.keywords } : {}),
    creator: said.creator,
    datePublished: said.datePublished ?? version.createdAt.toISOString(),
    dateModified: version.createdAt.toISOString(),
    inLanguage: 'zh',
    citeAs: `${said.creator.name}：${said.name}，${table.title}，第 ${version.number} 版，${entry.uri}`,
    distribution: [
      {
        '@type': 'cr:FileObject',
        '@id': FILE,
        name: FILE,
        description: `${table.title}，${version.rowCount} 行`,
        contentUrl: `${table.exports.find(({ format }) => format === 'parquet')!.url}?names=key&version=${version.number}`,
        contentSize: `${version.byteSize} B`,
        encodingFormat: PARQUET,
        sha256: version.sha256,
      },
    ],
    recordSet: [
      {
        '@type': 'cr:RecordSet',
        '@id': 'rows',
        name: 'rows',
        description: table.title,
        field: version.schema.columns.map(fieldOf),
      },
    ],
  };
}

function fieldOf({ name, key, type, unit, description }: Column): object {
  return {
    '@type': 'cr:Field',
    '@id': `rows/${key}`,
    name: `rows/${key}`,
    description: [name, description, unit ? `单位：${unit}` : undefined].filter(Boolean).join('。'),
    dataType: TYPES[type],
    source: { fileObject: { '@id': FILE }, extract: { column: key } },
  };
}

/** What the record says in the words of Croissant. */
function saidOf(entry: CatalogEntry) {
  const statements = statementsOf(entry, 'croissant');
  const values = (word: string) => statements.filter((each) => each.word === word).flatMap((each) => each.values as readonly unknown[]);
  const text = (word: string) => values(word)[0] as string | undefined;
  const licence = values('license')[0] as EntryConcept | undefined;
  const agent = values('creator')[0] as EntryAgent | undefined;
  return {
    name: text('name')!,
    description: text('description'),
    identifier: text('identifier')!,
    datePublished: text('datePublished'),
    keywords: values('keywords') as string[],
    license: licence && (licence.official[0] ?? licence.uri ?? licence.label),
    creator: { '@type': 'sc:Organization', name: agent?.name ?? entry.record.title, ...(agent?.uri ? { url: agent.uri } : {}) },
  };
}
