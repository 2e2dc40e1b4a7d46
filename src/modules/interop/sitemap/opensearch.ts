import { element, XML_DECLARATION } from '../../kernel/xml.js';

/** Most signs that a short name may have. */
const SHORT = 16;

/** How a browser searches this site from its own box (OpenSearch 1.1). Pure. */
export function openSearchDescription({ baseUrl, name, slogan }: { baseUrl: string; name: string; slogan: string }): string {
  const url = (type: string, path: string, rel?: string) => element('Url', { type, rel, template: baseUrl + path });
  const root = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    element('ShortName', {}, [...name].slice(0, SHORT).join('')),
    element('Description', {}, `${name}：${slogan}`),
    url('text/html', '/search?q={searchTerms}'),
    url('application/atom+xml', '/search.atom?q={searchTerms}'),
    url('application/x-suggestions+json', '/opensearch/suggestions?q={searchTerms}', 'suggestions'),
    url('application/opensearchdescription+xml', '/opensearch.xml', 'self'),
    element('Language', {}, 'zh-CN'),
    element('InputEncoding', {}, 'UTF-8'),
    element('OutputEncoding', {}, 'UTF-8'),
  );
  return `${XML_DECLARATION}${root.text}\n`;
}
