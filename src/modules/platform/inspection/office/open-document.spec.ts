import { expect, it } from 'vitest';
import { refusalOf } from '../refusal-of.fixture.js';
import { checkManifest, checkOpenDocumentPart, checkOpenDocumentXml, openDocumentKind } from './open-document.js';

const TYPE = 'application/vnd.oasis.opendocument';
it.each([
  [`${TYPE}.spreadsheet`, undefined],
  [`${TYPE}.spreadsheet-template`, 'notAccepted'],
  [`${TYPE}.text`, 'notAccepted'],
  ['', 'notAccepted'],
])('mimetype %s: %s', (type, rule) => {
  expect(refusalOf(() => openDocumentKind(type))).toBe(rule);
});

it.each([
  ['content.xml', undefined],
  ['Pictures/a.png', undefined],
  ['Configurations2/accelerator/current.xml', undefined],
  ['Basic/Standard/Module1.xml', 'macro'],
  ['Scripts/python/a.py', 'macro'],
  ['Basic/', undefined],
])('part %s: %s', (name, rule) => {
  expect(refusalOf(() => checkOpenDocumentPart(name))).toBe(rule);
});

it.each([
  ['<office:scripts/><table:table-cell table:formula="of:=SUM([.A1])">', undefined],
  ['<text:a xlink:href="https://www.gov.cn/">', undefined],
  ['<draw:image xlink:href="Pictures/a.png" xlink:show="embed">', undefined],
  ['<office:event-listeners><script:event-listener script:event-name="dom:load"', 'macro'],
  ['<x xlink:href="vnd.sun.star.script:a.b?language=Basic">', 'macro'],
  ['<office:dde-source office:dde-application="cmd"', 'commandFormula'],
  ['<table:table-cell table:formula="of:=DDE(&quot;cmd&quot;)">', 'commandFormula'],
  ['<draw:image xlink:href="http://a.example/a.png" xlink:show="embed">', 'externalTemplate'],
  ['<draw:object xlink:type="simple" xlink:href="file:///etc/passwd">', 'externalTemplate'],
])('markup %s: %s', (xml, rule) => {
  expect(refusalOf(() => checkOpenDocumentXml(xml))).toBe(rule);
});

it.each([
  ['<manifest:file-entry/>', undefined],
  ['<manifest:encryption-data manifest:checksum="a">', 'encrypted'],
])('manifest %s: %s', (xml, rule) => {
  expect(refusalOf(() => checkManifest(xml))).toBe(rule);
});
