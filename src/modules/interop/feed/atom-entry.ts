import { element, type Xml, type XmlContent } from '../../kernel/xml.js';
import { type Statement, statementsOf } from '../mapping/crosswalk.js';
import type { CatalogEntry } from '../mapping/entry.js';

const KINDS = { dataset: '数据', document: '文件' } as const;

/** A record as an entry of a feed. Pure. */
export function atomEntry(entry: CatalogEntry): Xml {
  const { kind } = entry.record;
  return element('entry', {}, statementsOf(entry, 'atom').map(elementsOf), element('category', { term: kind, label: KINDS[kind] }));
}

function elementsOf(statement: Statement): XmlContent {
  const { word } = statement;
  switch (statement.type) {
    case 'agent':
      return statement.values.map(({ name, uri }) => element(word, {}, element('name', {}, name), uri ? element('uri', {}, uri) : null));
    case 'concept':
      return statement.values.map(({ label, code, uri }) =>
        word === 'category'
          ? element(word, { term: code ?? label, scheme: uri?.replace(/#.*$/, ''), label })
          : element(word, { type: 'text' }, label),
      );
    case 'distribution':
      return statement.values.map(({ downloadUrl, mediaType, byteSize, title }) =>
        downloadUrl ? element('link', { rel: relationOf(word), type: mediaType, length: byteSize, title, href: downloadUrl }) : null,
      );
    case 'address':
      return statement.values.map((address) => {
        if (!word.startsWith('link:')) return element(word, {}, address);
        return isFollowed(address)
          ? element('link', { rel: relationOf(word), type: statement.fact === 'page' ? 'text/html' : null, href: new URL(address).href })
          : null;
      });
    case 'date':
      return statement.values.map((date) => (WHOLE_DATE.test(date) ? element(word, {}, `${date}T00:00:00+08:00`) : null));
    case 'text':
      return statement.values.map((text) =>
        word === 'category' ? element(word, { term: text }) : element(word, { type: 'text' }, text.replace(/\s+/g, ' ')),
      );
    case 'instant':
    case 'code':
    case 'number':
      return statement.values.map((value) => element(word, {}, value));
    case 'contact':
    case 'period':
    case 'table':
    case 'item':
    case 'relation':
      throw new Error(`Atom has no way to say ${statement.fact}`);
  }
}

/** RFC 3339 has no date without a day; dates of records are those of China. */
const WHOLE_DATE = /^\d{4}-\d\d-\d\d$/;

const relationOf = (word: string) => word.slice('link:'.length);
const isFollowed = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);
