import { expect, it } from 'vitest';
import { refusalOf } from '../refusal-of.fixture.js';
import { checkPartName, checkRelation, officeKind } from './package-kind.js';

const MAIN = 'application/vnd.openxmlformats-officedocument';
it.each([
  [`${MAIN}.wordprocessingml.document.main+xml`, 'docx'],
  [`${MAIN}.spreadsheetml.sheet.main+xml`, 'xlsx'],
  [`${MAIN}.presentationml.presentation.main+xml`, 'pptx'],
  [`${MAIN}.wordprocessingml.template.main+xml`, 'notAccepted'],
  ['application/vnd.ms-word.document.macroEnabled.main+xml', 'macro'],
  ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'macro'],
  ['application/vnd.ms-office.activeX+xml', 'activeContent'],
])('%s: %s', (type, kind) => {
  const refused = refusalOf(() => officeKind(['application/xml', type]));
  expect(refused ?? officeKind([type])).toBe(kind);
});

it.each([
  ['word/document.xml', undefined],
  ['ppt/embeddings/Microsoft_Excel_Sheet.xlsx', undefined],
  ['word/vbaProject.bin', 'macro'],
  ['xl/macrosheets/sheet1.xml', 'macro'],
  ['word/embeddings/oleObject1.bin', 'activeContent'],
  ['xl/activeX/activeX1.bin', 'activeContent'],
])('part %s: %s', (name, rule) => {
  expect(refusalOf(() => checkPartName(name))).toBe(rule);
});

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
it.each([
  ['hyperlink', 'https://www.gov.cn/', true, undefined],
  ['externalLinkPath', '上年.xlsx', true, undefined],
  ['image', 'media/a.png', false, undefined],
  ['package', 'embeddings/a.xlsx', false, undefined],
  ['image', 'http://a.example/a.png', true, 'externalTemplate'],
  ['attachedTemplate', 'file:///C:/normal.dotm', true, 'externalTemplate'],
  ['frame', '\\\\a\\b', true, 'externalTemplate'],
  ['hyperlink', 'ms-msdt:/id', true, 'externalTemplate'],
  ['oleObject', 'a.bin', false, 'activeContent'],
  ['aFChunk', 'a.mht', false, 'activeContent'],
  ['control', 'a.xml', false, 'activeContent'],
  ['vbaProject', 'a.bin', false, 'macro'],
])('relation %s to %s, external %s: %s', (type, target, external, rule) => {
  expect(refusalOf(() => checkRelation({ type: `${RELATIONS}/${type}`, target, external }))).toBe(rule);
});
