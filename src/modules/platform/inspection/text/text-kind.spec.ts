import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { refusalOf } from '../refusal-of.fixture.js';
import { commandFormula } from './command-formula.js';
import { looksLikeText, textKind } from './text-kind.js';
import { XmlGuard } from './xml-guard.js';

it.each([
  ['站点,数值\n', 'txt'],
  ['{"a":1}', 'json'],
  ['\ufeff [1]', 'json'],
  ['<?xml version="1.0"?><a/>', 'xml'],
  ['<rows><row/></rows>', 'xml'],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
  ['<!-- 说明 --><!DOCTYPE html><p>', 'html'],
  ['<table><tr>', 'html'],
  ['< 5 的站点', 'txt'],
  ['#!/bin/sh', 'executable'],
  ['<?php echo 1;', 'executable'],
  ['@ECHO OFF', 'executable'],
  ['<%@ page import="java.io.*" %>', 'executable'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'notAccepted'],
  ['<?xml version="1.0"?><!-- a --><svg:svg/>', 'notAccepted'],
  ['<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', 'notAccepted'],
  ['{\\rtf1', 'notAccepted'],
  ['MIME-Version: 1.0\r\n', 'notAccepted'],
])('%j is %s', (text, kind) => {
  const head = Buffer.from(text);
  const refused = refusalOf(() => textKind(head));
  expect(refused ?? textKind(head)).toBe(kind);
});

it.each([
  [Buffer.from('站点'), true],
  [iconv.encode('站点', 'gb18030'), true],
  [iconv.encode('\ufeff站点', 'utf16-le'), true],
  [Buffer.from('a\0b'), false],
  [Buffer.from([1, 2, 3, 4, 5]), false],
])('%j is text: %s', (bytes, text) => {
  expect(looksLikeText(bytes)).toBe(text);
});

it.each([
  ["=cmd|'/c calc'!A1", true],
  ['甲,"=CMD.EXE|\' /c x\'!A0"', true],
  ["a\n@SUM(1+1)*cmd|' /C calc'!A0", true],
  ["+powershell|'x'!z", true],
  ['=1+1,a|b', false],
  ['甲|乙!丙', false],
  ['-1|2', false],
])('%j starts a program: %s', (text, starts) => {
  expect(commandFormula(text) !== undefined).toBe(starts);
});

it.each([
  [['<?xml version="1.0" encoding="GBK"?><a>', '</a>'], undefined],
  [['<?xml version="1.0"?><!DOC', 'TYPE a>'], 'doctype'],
  [['<a/><!ENTITY x "y">'], 'doctype'],
  [['<?xml version="1.0" encoding="UTF-7"?>', ' '.repeat(64)], 'doctype'],
  [['\ufeff<!DOCTYPE a>'].map((text) => Buffer.from(text, 'utf16le').toString('latin1')), 'doctype'],
])('XML of %j', (chunks, rule) => {
  const guard = new XmlGuard();
  expect(refusalOf(() => chunks.forEach((chunk) => guard.take(Buffer.from(chunk, 'latin1'))))).toBe(rule);
});
