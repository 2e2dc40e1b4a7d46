import { describe, expect, it } from 'vitest';
import { VocabularyService } from '../../vocabulary/index.js';
import { DatasetInput, DocumentInput } from '../record/record.input.js';
import { publicityFindings } from './publicity.js';
import { scanContent } from './scan-content.js';

const vocabulary = new VocabularyService();
const of = (publicity: string | null) =>
  publicityFindings({ kind: 'document', input: Object.assign(new DocumentInput(), { publicity }) }, vocabulary);

describe('what is not actively disclosed', () => {
  it.each([
    ['主动公开', []],
    ['active', []],
    ['全文公开', []],
    ['', []],
    [null, []],
    ['依申请公开', ['block 《政府信息公开条例》第十三条、第二十七条、第四十四条']],
    ['依申请', ['block 《政府信息公开条例》第十三条、第二十七条、第四十四条']],
    ['onRequest', ['block 《政府信息公开条例》第十三条、第二十七条、第四十四条']],
    ['不予公开', ['forbidden 《政府信息公开条例》第十三条至第十六条']],
    ['不公开', ['forbidden 《政府信息公开条例》第十三条至第十六条']],
    ['none', ['forbidden 《政府信息公开条例》第十三条至第十六条']],
    ['内部掌握', ['block 《政府信息公开条例》第十三条、第十七条']],
    ['主动公开或依申请公开', ['block 《政府信息公开条例》第十三条、第十七条']],
  ])('%j → %j', (publicity, findings) => {
    expect(of(publicity).map(({ severity, basis }) => `${severity} ${basis}`)).toEqual(findings);
  });

  it('names the field, the value and what to do; datasets have openness instead', () => {
    expect(of('依申请公开')).toMatchObject([
      { rule: 'publicity', field: 'publicity', start: 0, end: 5, masked: '依申请公开', message: expect.stringContaining('主动公开') },
    ]);
    expect(publicityFindings({ kind: 'dataset', input: new DatasetInput() }, vocabulary)).toEqual([]);
  });
});

describe('the note at the foot of a document', () => {
  const found = (text: string) => scanContent([{ field: 'body', text }]).map(({ rule, severity }) => `${rule} ${severity}`);
  it.each([
    '（此件依申请公开）',
    '(此件不予公开)',
    '（此件不公开）',
    '（此件 不宜公开）',
    '（本件依申請公開）',
    '此件删减后公开'.replace('删减后公开', '依申请公开'),
    '公开属性：依申请公开',
    '公开方式 | 不予公开',
  ])('%j says that it is not for everybody', (text) => {
    expect(found(text)).toEqual(['publicityNote block']);
  });

  it.each([
    '（此件公开发布）',
    '（此件主动公开）',
    '此件删减后公开',
    '公民可以依申请公开政府信息',
    '公开属性分为主动公开、依申请公开、不予公开',
    '公开属性：主动公开、依申请公开、不予公开',
    '对不予公开的，应当说明理由',
  ])('%j does not', (text) => {
    expect(found(text)).toEqual([]);
  });
});
