import { element, type Xml } from '../../kernel/xml.js';
import { datestamp } from './moment.js';
import { namespaceOf } from './oai-name.js';

const OAI_IDENTIFIER = 'http://www.openarchives.org/OAI/2.0/oai-identifier';

/** What a repository is made of. */
export interface Repository {
  /** Absolute address of the site. */
  site: string;
  title: string;
  /** Sender of its mail. */
  mailFrom?: string;
  /** No record has changed before. */
  earliest: Date;
}

/** What Identify says. Pure. */
export function describeRepository({ site, title, mailFrom, earliest }: Repository): Xml[] {
  const namespace = namespaceOf(site);
  return [
    element('repositoryName', {}, title),
    element('baseURL', {}, `${site}/oai`),
    element('protocolVersion', {}, '2.0'),
    element('adminEmail', {}, mailboxOf(mailFrom) ?? `webmaster@${namespace}`),
    element('earliestDatestamp', {}, datestamp(earliest)),
    element('deletedRecord', {}, 'persistent'),
    element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
    element('description', {}, identifierScheme(namespace)),
  ];
}

function identifierScheme(namespace: string): Xml {
  return element(
    'oai-identifier',
    { xmlns: OAI_IDENTIFIER, 'xsi:schemaLocation': `${OAI_IDENTIFIER} ${OAI_IDENTIFIER}.xsd` },
    element('scheme', {}, 'oai'),
    element('repositoryIdentifier', {}, namespace),
    element('delimiter', {}, ':'),
    element('sampleIdentifier', {}, `oai:${namespace}:example-1`),
  );
}

/** The mailbox that mail of the site comes from is one that people can write to; the protocol wants a point in its host. */
const mailboxOf = (mailFrom: string | undefined) => /([^\s<>]+@[^\s<>.]+(\.[^\s<>.]+)+)>?$/.exec(mailFrom ?? '')?.[1];
