import { element, type Xml } from '../../kernel/xml.js';
import { datestamp } from './moment.js';
import { namespaceOf } from './oai-name.js';

const OAI_IDENTIFIER = 'http://www.openarchives.org/OAI/2.0/oai-identifier';

/** The protocol wants a point in the host of a mailbox. */
const POINTED = /@[^.]+(\.[^.]+)+$/;

/** What a repository is made of. */
export interface Repository {
  /** Absolute address of the site. */
  site: string;
  title: string;
  /** Where people can write to. */
  mailbox?: string;
  /** No record has changed before. */
  earliest: Date;
}

/** What Identify says. Pure. */
export function describeRepository({ site, title, mailbox, earliest }: Repository): Xml[] {
  const namespace = namespaceOf(site);
  return [
    element('repositoryName', {}, title),
    element('baseURL', {}, `${site}/oai`),
    element('protocolVersion', {}, '2.0'),
    element('adminEmail', {}, mailbox && POINTED.test(mailbox) ? mailbox : `webmaster@${namespace}`),
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
