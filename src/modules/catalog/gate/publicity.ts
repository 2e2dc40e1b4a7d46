import type { VocabularyService } from '../../vocabulary/index.js';
import type { Draft } from '../write/draft.js';
import type { Finding, Rule } from './finding.js';

interface Verdict {
  severity: 'forbidden' | 'block';
  message: string;
  basis: string;
}

/**
 * Here everybody reads what is published, which is active disclosure (条例 Art. 13). What an organ has decided not to
 * disclose cannot take this way (Arts. 14 to 16); what is given on request may become active when the organ decides so
 * (Art. 44), for which the reviewer has to give the reason.
 */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  none: {
    severity: 'forbidden',
    message: '“不予公开”的信息不能发布；复审后可以公开的，先把公开属性改为主动公开，否则不要提交',
    basis: '《政府信息公开条例》第十三条至第十六条',
  },
  onRequest: {
    severity: 'block',
    message: '“依申请公开”的信息只向申请人提供；已决定转为主动公开的，请改公开属性为主动公开，否则由审查员写明公开的依据',
    basis: '《政府信息公开条例》第十三条、第二十七条、第四十四条',
  },
};

/** Nobody can tell that what it means may be disclosed (Art. 17: examined before it is). */
const UNKNOWN: Verdict = {
  severity: 'block',
  message: '公开属性不是主动公开：请从代码表中选择；应当公开的请改为主动公开，否则由审查员写明公开的依据',
  basis: '《政府信息公开条例》第十三条、第十七条',
};

/** What the publicity of a document says against publishing it. An empty one is an error of the profile. Pure. */
export function publicityFindings(draft: Draft, vocabulary: VocabularyService): Finding[] {
  const given = draft.kind === 'document' ? draft.input.publicity?.trim() : undefined;
  if (!given) return [];
  const code = vocabulary.resolve('publicity', given)?.code;
  if (code === 'active') return [];
  const verdict = (code && VERDICTS[code]) || UNKNOWN;
  return [{ rule: 'publicity', field: 'publicity', start: 0, end: given.length, masked: given, ...verdict }];
}

/** 附注 at the foot of a document (GB/T 9704): it came to this office not for everybody. */
const NOTE =
  /[此本]件 ?(?:依申请公开|不予公开|不宜公开|不公开)|公开(?:属性|方式|类别)[: \t]{1,2}(?:依申请公开|不予公开|不公开)(?![、,或和])/g;

/** A document that says of itself that it is not actively disclosed, whatever its field says. */
export const publicityNoteRule: Rule = {
  name: 'publicityNote',
  severity: 'block',
  message: '文中注明不主动公开：请核对公开属性；已决定转为主动公开的，请改附注，或由审查员写明公开的依据',
  basis: '《政府信息公开条例》第十三条、第四十四条',
  *find(text) {
    for (const { index, 0: found } of text.matchAll(NOTE)) yield { start: index, end: index + found.length };
  },
  mask: (matched) => matched,
};
