import { LANGUAGE_URI } from '../mapping/authority.js';
import type { EntryConcept } from '../mapping/entry.js';
import type { Graph } from './graph.js';
import type { Curie } from './namespace.js';

const THEMES: Record<string, string> = {
  AGRI: '农业、渔业、林业和食品',
  ECON: '经济和金融',
  EDUC: '教育、文化和体育',
  ENER: '能源',
  ENVI: '环境',
  GOVE: '政府和公共部门',
  HEAL: '健康',
  INTR: '国际问题',
  JUST: '司法、法律制度和公共安全',
  REGI: '区域和城市',
  SOCI: '人口和社会',
  TECH: '科学和技术',
  TRAN: '交通运输',
  OP_DATPRO: '暂定数据',
};

/** Titles of the authority tables that terms come from. */
const SCHEMES: Record<string, string> = {
  'access-right': '访问权限',
  'data-theme': '数据主题',
  'distribution-status': '发布状态',
  'file-type': '文件类型',
  frequency: '更新频率',
  language: '语言',
};

/** Says of a term what readers need who do not fetch its table; `classes` are what the property that leads to it asks for. */
export function describeTerm(
  graph: Graph,
  iri: string,
  label: string,
  scheme: { iri: string; title: string },
  ...classes: Curie[]
): string {
  graph.type(iri, 'skos:Concept', ...classes);
  graph.label(iri, 'skos:prefLabel', label);
  graph.link(iri, 'skos:inScheme', scheme.iri);
  graph.type(scheme.iri, 'skos:ConceptScheme');
  graph.label(scheme.iri, 'dct:title', scheme.title);
  return iri;
}

/** A term of an authority table of the European Union. */
export function describeOfficial(graph: Graph, iri: string, label: string, ...classes: Curie[]): string {
  const table = iri.slice(0, iri.lastIndexOf('/'));
  const name = table.slice(table.lastIndexOf('/') + 1);
  return describeTerm(
    graph,
    iri,
    (name === 'data-theme' && THEMES[iri.slice(table.length + 1)]) || label,
    { iri: table, title: SCHEMES[name] ?? name },
    ...classes,
  );
}

/** The only language that records are written in. */
export const describeLanguage = (graph: Graph): string => describeOfficial(graph, LANGUAGE_URI, '汉语', 'dct:LinguisticSystem');

/** A term of our own code tables; one that no table knows gets `address`, which belongs to the record. */
export function describeOwn(graph: Graph, concept: EntryConcept, address: string, title: string, ...classes: Curie[]): string {
  const iri = concept.uri ?? address;
  const table = concept.uri?.split('#')[0];
  if (table) return describeTerm(graph, iri, concept.label, { iri: table, title }, ...classes);
  graph.type(iri, 'skos:Concept', ...classes);
  graph.label(iri, 'skos:prefLabel', concept.label);
  return iri;
}

/** The licence by its own address where it has one. */
export function describeLicence(graph: Graph, concept: EntryConcept, address: string): string {
  const iri = concept.official[0] ?? concept.uri ?? address;
  graph.type(iri, 'dct:LicenseDocument');
  graph.label(iri, 'dct:title', concept.label);
  return iri;
}
