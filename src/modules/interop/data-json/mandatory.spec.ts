import { expect, it } from 'vitest';
import { intervalOf, maintenanceOf } from './accrual.js';
import { contactOf } from './mandatory.js';

const NOBODY = 'mailto:no-mailbox@haozhao.invalid';

it.each([
  ['office with a mailbox', { name: '科', phone: null, email: 'a@b.cn' }, undefined, { fn: '科', hasEmail: 'mailto:a@b.cn' }],
  ['office without one', { name: '科', phone: '1', email: null }, 'site@b.cn', { fn: '科', hasEmail: 'mailto:site@b.cn' }],
  ['what is no mailbox', { name: '科', phone: null, email: 'a b@c' }, undefined, { fn: '科', hasEmail: NOBODY }],
  ['nobody', undefined, undefined, { fn: '站', hasEmail: NOBODY }],
])('whom to ask: %s', (_, contact, mailbox, expected) => {
  expect(contactOf(contact, { site: { name: '站', mailbox } })).toEqual(expected);
});

it.each([
  ['CONT', 'R/PT1S', 'continual'],
  ['DAILY', 'R/P1D', 'daily'],
  ['QUARTERLY', 'R/P3M', 'quarterly'],
  ['ANNUAL_2', 'R/P6M', 'biannually'],
  ['IRREG', 'irregular', 'irregular'],
  ['NEVER', undefined, 'notPlanned'],
  ['OTHER', undefined, 'unknown'],
  [undefined, undefined, 'unknown'],
])('how often: %s', (term, interval, code) => {
  const concept = {
    label: 'x',
    code: null,
    uri: null,
    official: term ? [`http://publications.europa.eu/resource/authority/frequency/${term}`] : [],
  };
  expect([intervalOf(concept), maintenanceOf(concept)]).toEqual([interval, code]);
});
