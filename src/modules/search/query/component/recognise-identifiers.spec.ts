import { describe, expect, it } from 'vitest';
import { Reading } from '../span.js';
import { recogniseIdentifiers } from './recognise-identifiers.js';

const identify = (text: string) => {
  const reading = new Reading(text);
  const { identifiers } = recogniseIdentifiers(reading);
  return {
    found: identifiers.map(({ type, value, partial }) => `${type} ${value}${partial ? ' partial' : ''}`),
    rest: reading.free().map((piece) => piece.text),
  };
};

describe('recogniseIdentifiers', () => {
  it.each([
    ['国发[2016]51号', 'documentNumber 国发/2016/51'],
    ['国发2016 51', 'documentNumber 国发/2016/51'],
    ['国办发〔2018〕88', 'documentNumber 国办发/2018/88'],
    ['〔2016〕51号', 'documentNumber /2016/51 partial'],
    ['国务院令第639号', 'documentNumber 国令//639'],
    ['91350100m000100y43', 'creditCode 91350100M000100Y43'],
    ['11370812004339255b/2020-22849', 'indexNumber 11370812004339255B/2020-22849'],
  ])('%s', (text, expected) => expect(identify(text).found).toEqual([expected]));

  it('leaves the words beside a number to others', () =>
    expect(identify('国发〔2016〕51号 解读')).toEqual({ found: ['documentNumber 国发/2016/51'], rest: [' 解读'] }));

  it.each(['2022年预算', '91350100m000100y44', '12345'])('leaves %s alone', (text) => expect(identify(text).found).toEqual([]));
});
