import type { Xml } from '../../kernel/xml.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { HZ_NAMESPACE, writeDublinCore, writeOwnFormat } from './write-metadata.js';

/** A format of metadata. */
export interface MetadataFormat {
  prefix: string;
  schema: string;
  namespace: string;
  write: (entry: CatalogEntry) => Xml;
}

/** What records can be had in; `url` is the address of the repository. Pure. */
export function metadataFormats(url: string): MetadataFormat[] {
  const own = `${url}/hz.xsd`;
  return [
    {
      prefix: 'oai_dc',
      schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      write: writeDublinCore,
    },
    { prefix: 'hz', schema: own, namespace: HZ_NAMESPACE, write: (entry) => writeOwnFormat(entry, own) },
  ];
}
