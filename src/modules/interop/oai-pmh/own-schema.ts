import { contentOf, element } from '../../kernel/xml.js';
import type { FactType } from '../mapping/fact.js';
import { FACTS } from '../mapping/facts.js';
import { ATTRIBUTES, HZ_NAMESPACE, TEXTS } from './write-metadata.js';

/** The XML Schema of the own format, made of the facts. Pure. */
export function ownSchema(): string {
  const types = (Object.keys(TEXTS) as FactType[]).map((type) =>
    element(
      'xs:complexType',
      { name: type },
      element(
        'xs:simpleContent',
        {},
        element(
          'xs:extension',
          { base: 'xs:string' },
          Object.keys(ATTRIBUTES[type] ?? {}).map((name) => element('xs:attribute', { name, type: 'xs:string' })),
        ),
      ),
    ),
  );
  const elements = FACTS.map(({ name, label, type }) =>
    element(
      'xs:element',
      { name, type: `hz:${type}`, minOccurs: 0, maxOccurs: 'unbounded' },
      element('xs:annotation', {}, element('xs:documentation', { 'xml:lang': 'zh' }, label)),
    ),
  );
  const root = element(
    'xs:element',
    { name: 'record' },
    element(
      'xs:complexType',
      {},
      element('xs:sequence', {}, elements),
      element('xs:attribute', { name: 'kind', type: 'xs:string', use: 'required' }),
    ),
  );
  return contentOf(
    element(
      'xs:schema',
      {
        'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
        'xmlns:hz': HZ_NAMESPACE,
        targetNamespace: HZ_NAMESPACE,
        elementFormDefault: 'qualified',
      },
      types,
      root,
    ),
  );
}
