import { describe, expect, it } from 'vitest';
import {
  documentNumberKey,
  documentNumberKeys,
  findDocumentNumbers,
  normaliseDocumentNumber,
  parseDocumentNumber,
} from './document-number.js';

describe('parseDocumentNumber', () => {
  it.each([
    ['国发〔2016〕51号', 'document', '国发〔2016〕51号', '国发', 2016, 51],
    ['京政办发﹝2023﹞5号', 'document', '京政办发〔2023〕5号', '京政办发', 2023, 5],
    ['发改高技[2017]第1272号', 'document', '发改高技〔2017〕1272号', '发改高技', 2017, 1272],
    ['国科发政字〔2000〕063号', 'document', '国科发政字〔2000〕63号', '国科发政字', 2000, 63],
    ['冀工信钢铁〔 ２０２１ 〕 12 号', 'document', '冀工信钢铁〔2021〕12号', '冀工信钢铁', 2021, 12],
    ['国务院令第711号', 'order', '国务院令第711号', '国务院令', undefined, 711],
    ['中华人民共和国主席令（第七十三号）', 'order', '中华人民共和国主席令第73号', '中华人民共和国主席令', undefined, 73],
    ['河北省人民政府令[2013]第12号', 'order', '河北省人民政府令〔2013〕第12号', '河北省人民政府令', 2013, 12],
    ['国家税务总局公告2023年第5号', 'announcement', '国家税务总局公告2023年第5号', '国家税务总局公告', 2023, 5],
    ['财政部 税务总局公告2023年第5号', 'announcement', '财政部税务总局公告2023年第5号', '财政部税务总局公告', 2023, 5],
    ['苏政协提案2022第0216号', 'proposal', '苏政协提案2022第0216号', '苏政协提案', 2022, 216],
  ])('%s', (text, kind, value, stem, year, serial) => {
    expect(parseDocumentNumber(text)).toMatchObject({ kind, value, stem, serial });
    expect(parseDocumentNumber(text)?.year).toBe(year);
    expect(parseDocumentNumber(value)?.value, 'the normal form is stable').toBe(value);
  });

  it.each(['', '（政策宣传）', '51号', '〔2016〕51号', '2016年', '国发〔2016〕51号、国发〔2016〕52号', '号号〔〔2016'])(
    'refuses %s',
    (text) => {
      expect(parseDocumentNumber(text)).toBeUndefined();
    },
  );
});

describe('normaliseDocumentNumber', () => {
  it.each([
    ['国发(2006)15号', '国发〔2006〕15号'],
    ['财税[2016]36号、国发[2015]1号', '财税〔2016〕36号、国发〔2015〕1号'],
    ['穗府办规[2021]14号为依据', '穗府办规〔2021〕14号为依据'],
    [' 无文号 ', '无文号'],
  ])('%s', (text, value) => {
    expect(normaliseDocumentNumber(text)).toBe(value);
  });
});

describe('documentNumberKey', () => {
  it.each([
    [
      '国发〔2016〕51号',
      [
        '国发[2016]51号',
        '国发2016 51',
        '国发 2016 51号',
        '国发2016年51号',
        '国發(2016)第51號',
        '国 发 〔２０１６〕 51 号',
        '国发〔2016〕51',
      ],
    ],
    ['国办发〔2017〕77号', ['国办发 2017 77号', '国办发【2017】77号', '国办发2017-77号', '国办发（2017年）77号']],
    [
      '国令第742号',
      [
        '国务院令第742号',
        '国务院令742号',
        '中华人民共和国国务院令第742号',
        '国务院第742号令',
        '国务院令第七百四十二号',
        '国令742',
        '国务院、中央军事委员会令第742号',
        '共和国中央军事委员会令第742号',
      ],
    ],
    ['国家税务总局公告2023年第5号', ['税务总局公告2023年第5号', '国家税务总局公告〔2023〕5号', '国家税务总局2023年第5号公告']],
    ['河北省人民政府令〔2016〕第7号', ['河北省政府令2016年第7号', '河北省人民政府令[2016]7号']],
  ])('%s', (stored, typed) => {
    for (const text of typed) expect([text, documentNumberKey(text)]).toEqual([text, documentNumberKey(stored)]);
  });

  it('keeps different issuers and series apart', () => {
    const numbers = [
      '国发〔2016〕51号',
      '国办发〔2016〕51号',
      '国函〔2016〕51号',
      '国令第51号',
      '公安部令第51号',
      '中央军事委员会令第51号',
    ];
    expect(new Set(numbers.map(documentNumberKey)).size).toBe(numbers.length);
  });

  it('gives every key of a joint field, and the text itself when there is none', () => {
    expect(documentNumberKeys('财税〔2016〕36号、国发〔2015〕1号')).toEqual(['财税/2016/36', '国发/2015/1']);
    expect(documentNumberKey('（政策 宣传）')).toBe('〔政策宣传〕');
  });

  it('of a partial number is an ending of the full key', () => {
    expect(documentNumberKey('国发〔2016〕51号').endsWith(documentNumberKey('〔2016〕51号'))).toBe(true);
  });
});

describe('findDocumentNumbers', () => {
  it.each([
    ['国发[2016]51号', ['国发[2016]51号'], ['国发〔2016〕51号'], false],
    ['国发2021第16号', ['国发2021第16号'], ['国发〔2021〕16号'], false],
    ['〔2016〕51号', ['〔2016〕51号'], ['〔2016〕51号'], true],
    ['国务院令639号 全文', ['国务院令639号'], ['国务院令第639号'], false],
    [
      '根据国办发〔2018〕88号和国发〔2016〕51号的要求',
      ['国办发〔2018〕88号', '国发〔2016〕51号'],
      ['国办发〔2018〕88号', '国发〔2016〕51号'],
      false,
    ],
    ['《关于印发办法的通知》（冀政字〔2015〕41号）', ['冀政字〔2015〕41号'], ['冀政字〔2015〕41号'], false],
    ['国务院第711号令是什么', ['国务院第711号令'], ['国务院令第711号'], false],
    ['依照中华人民共和国国务院令第四百九十二号', ['中华人民共和国国务院令第四百九十二号'], ['中华人民共和国国务院令第492号'], false],
    ['冀政字2015 41号', ['冀政字2015 41号'], ['冀政字〔2015〕41号'], false],
    ['根据财教〔2013〕433号', ['财教〔2013〕433号'], ['财教〔2013〕433号'], false],
    ['转发国务院安全生产委员会安委字〔２００４〕３号文件', ['安委字〔２００４〕３号'], ['安委字〔2004〕3号'], false],
    ['依据公安部令第7号处罚', ['公安部令第7号'], ['公安部令第7号'], false],
    ['第742号令', [], [], false],
  ])('%s', (text, texts, values, partial) => {
    const found = findDocumentNumbers(text);
    expect(found.map((number) => number.value)).toEqual(values);
    expect(found.map((number) => number.text)).toEqual(texts);
    for (const number of found) {
      expect(text.startsWith(number.text, number.index)).toBe(true);
      expect(number.partial).toBe(partial);
    }
  });

  it.each([
    '2019年 医疗卫生机构',
    '2013年 国家科学技术奖',
    '1985年政府工作报告',
    '十四五 科技创新规划',
    '2020年 常住人口 镇街',
    '泰州市2020年第3季度',
    '科技研发2020 51',
    '技术开发2021第3号',
    '数字2020 3号',
    '统计年鉴（2021）_主要城市（2020年）',
    '公告 2023年 5月',
    '夏令营3号',
    '南京路2020号',
    '110路公交 2021 12 站点',
  ])('leaves %s alone', (text) => {
    expect(findDocumentNumbers(text)).toEqual([]);
  });
});
