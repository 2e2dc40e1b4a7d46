import { datasetRecords } from '../dataset/catalog.js';
import { documentRecords } from '../document/catalog.js';
import { fullWidth } from '../full-width.js';
import { THEMES } from '../theme/index.js';
import { ASKED, type Asked } from './asked.js';

interface Line {
  qid: string;
  set: string;
  type: string;
  kind: string;
  query: string;
  judgments: Record<string, number>;
}

interface Known {
  identifier: string;
  title: string;
  documentNumber?: string;
  documentType?: string;
  relations?: { type: string; target: string }[];
}

const SET = 'sample';
const PREFIX = 'lanchuan-doc-';

/** 2 for what states the rule or explains it, 1 for notices, circulars and other news of the theme; when one document is meant, it alone gets 2. */
function gradeOf(id: string, theme: string, asked: Asked): number {
  if (asked.exactly) return asked.exactly.split(' ').includes(id) ? 2 : 1;
  const rest = id.slice(theme.length);
  const core = rest === '' || rest === '-interpretation' || rest === '-amendment' || rest === '-old';
  if (core) return 2;
  return asked.type === 'question' || asked.type === 'synonym' ? 1 : 2;
}

function judge(asked: Asked, documents: Known[], datasets: Known[]): Record<string, number> {
  const judgments: Record<string, number> = {};
  if (asked.kind !== 'dataset') {
    for (const theme of asked.themes?.split(' ') ?? []) {
      for (const { identifier } of documents) {
        const id = identifier.slice(PREFIX.length).replace(/^forward-/, '');
        if (id === theme || id.startsWith(`${theme}-`)) judgments[identifier] = gradeOf(id, theme, asked);
      }
    }
    for (const id of asked.exactly?.split(' ') ?? []) judgments[PREFIX + id] = 2;
  }
  for (const { identifier, title } of [...(asked.kind === 'document' ? [] : datasets), ...(asked.kind === 'dataset' ? [] : documents)]) {
    if (identifier in judgments) continue;
    const isDocument = identifier.startsWith(PREFIX);
    if (!isDocument && asked.titles?.test(title)) judgments[identifier] = 2;
    else if (asked.partly?.test(title)) judgments[identifier] = 1;
  }
  return judgments;
}

/** People type 文号 with the brackets their keyboard has. */
const VARIANTS = [
  (n: string) => n,
  (n: string) => n.replace('〔', '[').replace('〕', ']'),
  (n: string) => n.replace('〔', '(').replace('〕', ')'),
  (n: string) => n.replace('号', ''),
  (n: string) => n.replace('〔', '').replace('〕', ' ').replace('号', ''),
  (n: string) => n.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (n: string) => n.replace('〔', ' [ ').replace('〕', ' ] '),
];

function byNumber(documents: Known[]): Line[] {
  const ids = [
    'gjj-withdraw',
    'cgj-parking',
    'slj-flood',
    'sjj-open',
    'mzj-dibao-standard-2025',
    'jtj-bus-price-reply',
    'zjj-oldarea',
    'wjw-blood',
    'zrj-farmland',
    'rsj-wage',
    'wlj-museum',
    'fgw-credit',
    'swj-invest',
    'tyj-veteran',
  ];
  return ids.map((id, i) => {
    const document = documents.find(({ identifier }) => identifier === PREFIX + id)!;
    return {
      qid: `s-num-${id}`,
      set: SET,
      type: 'docnumber',
      kind: 'document',
      query: VARIANTS[i % VARIANTS.length]!(document.documentNumber!),
      judgments: { [document.identifier]: 2 },
    };
  });
}

/** Finding the policy by the name of its interpretation: the policy first, the interpretation too. */
function byInterpretation(): Line[] {
  return ['zjj-gas', 'ybj-resident', 'wjw-nursery', 'jtj-ride', 'nyj-machinery', 'kgj-sme', 'fgw-business', 'sjj-project'].map((id) => {
    const { title } = THEMES.find((theme) => theme.id === id)!;
    return {
      qid: `s-int-${id}`,
      set: SET,
      type: 'interpretation',
      kind: 'document',
      query: `${fullWidth(title)} 解读`,
      judgments: { [`${PREFIX}${id}-interpretation`]: 2, [PREFIX + id]: 2 },
    };
  });
}

function byTitle(documents: Known[]): Line[] {
  const ids = ['wlj-library', 'zrj-fire', 'scj-food', 'gaj-ebike', 'hbj-air', 'repeal-2025', 'mzj-elder-canteen', 'jyj-enroll-reply'];
  return ids.map((id) => {
    const { identifier, title } = documents.find((document) => document.identifier === PREFIX + id)!;
    const query = title
      .replace(/^澜川市人民政府(办公室)?/, '')
      .replace(/^关于印发《(.*)》的通知$/, '$1')
      .replace(/^关于|的通知$|澜川市/g, '');
    return { qid: `s-title-${id}`, set: SET, type: 'known-item', kind: 'document', query, judgments: { [identifier]: 2 } };
  });
}

/** The judged queries of the sample catalog. */
export function queryLines(): Line[] {
  const documents = documentRecords() as Known[];
  const datasets = datasetRecords() as Known[];
  const asked = ASKED.map((each, i) => ({
    qid: `s-${String(i + 1).padStart(3, '0')}`,
    set: SET,
    type: each.type,
    kind: each.kind,
    query: fullWidth(each.query),
    judgments: judge(each, documents, datasets),
  }));
  return [...asked, ...byNumber(documents), ...byInterpretation(), ...byTitle(documents)];
}
