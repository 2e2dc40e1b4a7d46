import { departmentOf } from '../department-table.js';
import { fullWidth } from '../full-width.js';
import { SNAPSHOT } from '../day.js';
import { CITY } from '../region.js';
import { THEMES } from '../theme/index.js';
import { datasetRecords } from '../dataset/catalog.js';
import { Book, documentIdentifier } from './book.js';
import { budgetPlan } from './compose-budget.js';
import { reportPlan } from './compose-report.js';
import { GOVERNMENT_PLANS } from './government.js';
import type { Entry, Plan, Relation } from './plan.js';
import { plansOf } from './plan-theme.js';

const themesOf = (code: string) => THEMES.filter((theme) => theme.dept === code);

function yearly(): Plan[] {
  const codes = [...new Set(THEMES.map((theme) => theme.dept))];
  const reports = codes.flatMap((code, i) => [2021 + (i % 3), 2024 + (i % 2)].map((year) => reportPlan(code, year, themesOf(code))));
  const budgets = codes.filter((code) => code !== 'gjj').map((code, i) => budgetPlan(code, 2022 + (i % 5), themesOf(code)));
  return [...reports, ...budgets];
}

function validityOf(entry: Entry, incoming: { relation: Relation; from: Entry }[]): { validity: string; repealedOn?: string } {
  const repeal = incoming.find(({ relation }) => relation.type === 'repeals' || relation.type === 'replaces');
  if (repeal && repeal.from.effectiveOn! <= SNAPSHOT) return { validity: '废止', repealedOn: repeal.from.effectiveOn! };
  if (entry.expiresOn && entry.expiresOn < SNAPSHOT) return { validity: '失效(有效期届满)' };
  if (entry.effectiveOn && entry.effectiveOn > SNAPSHOT) return { validity: '尚未施行' };
  return {
    validity: incoming.some(({ relation, from }) => relation.type === 'amends' && from.effectiveOn! <= SNAPSHOT) ? '已修改' : '有效',
  };
}

function abstractOf(body: string): string {
  const sentences = body.split('\n').filter((line) => line.length > 40 && !line.endsWith(':'));
  const text = sentences.slice(0, 2).join('');
  return text.length <= 160
    ? text
    : `${text
        .slice(0, 158)
        .replace(/[^。;,]*$/u, '')
        .replace(/[,;]$/u, '。')}`;
}

/** The datasets of the same department whose keywords meet those of a theme's main document, two at most. */
function relatedDatasets(entry: Entry, datasets: ReturnType<typeof datasetRecords>): Relation[] {
  if (entry.theme !== entry.id) return [];
  const dept = THEMES.find(({ id }) => id === entry.id)!.dept;
  const shared = (keywords: string[]) => keywords.filter((word) => entry.keywords.includes(word)).length;
  return datasets
    .filter((dataset) => dataset.identifier.startsWith(`lanchuan-ds-${dept}-`) && shared(dataset.keywords) > 0)
    .sort((a, b) => shared(b.keywords) - shared(a.keywords))
    .slice(0, 2)
    .map((dataset) => ({ type: 'relatesTo', target: dataset.identifier }));
}

/** Every document as a line of documents.jsonl. */
export function documentRecords(): object[] {
  const book = new Book([...THEMES.flatMap(plansOf), ...yearly(), ...GOVERNMENT_PLANS]);
  const datasets = datasetRecords();
  const links = book.all().flatMap((from) => from.relations.map((relation) => ({ relation, from })));
  return book.all().map((entry) => {
    const body = fullWidth(entry.body(book));
    return {
      kind: 'document',
      identifier: documentIdentifier(entry.id),
      title: fullWidth(entry.title),
      documentNumber: entry.documentNumber,
      indexNumber: entry.indexNumber,
      issuer: entry.issuers.map((code) => departmentOf(code).name),
      documentType: entry.documentType,
      topic: entry.topic,
      region: CITY.name,
      keywords: entry.keywords,
      abstract: abstractOf(body),
      writtenOn: entry.writtenOn,
      publishedOn: entry.publishedOn,
      effectiveOn: entry.effectiveOn,
      expiresOn: entry.expiresOn,
      ...validityOf(
        entry,
        links.filter(({ relation }) => relation.target === documentIdentifier(entry.id)),
      ),
      publicity: '主动公开',
      article20Code: entry.article20,
      legislationType: entry.series === 'normative' ? '行政规范性文件' : '其他文件',
      audience: entry.audience.map(fullWidth),
      relations: [...entry.relations, ...relatedDatasets(entry, datasets)].map((relation) =>
        relation.note ? { ...relation, note: fullWidth(relation.note) } : relation,
      ),
      sourceUrl: `https://www.lanchuan.example/zwgk/${entry.publishedOn.replaceAll('-', '/')}/${entry.id}.html`,
      body,
    };
  });
}
