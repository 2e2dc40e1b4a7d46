/** Texts that try to get out of where they are written: markup, ends of elements, invisible signs, right to left, signs beyond the BMP. */
export const HOSTILE = '</script><script>alert(1)</script><!-- ]]> & "引号" \u2028\u2029\u202e倒\u202c 𠮷野家';

/** A dataset made of them. */
export const HOSTILE_DATASET = {
  identifier: 'hostile 𠮷/<b>&"',
  title: `标题${HOSTILE}`,
  abstract: `摘要${HOSTILE}`,
  keywords: [`词${HOSTILE}`],
  provider: `部门${HOSTILE}`,
  publishedOn: '2024-02',
  topic: `主题${HOSTILE}`,
  sourceUrl: 'https://example.gov.cn/?a=<b>&c="d"',
  items: [{ name: `项${HOSTILE}`, description: HOSTILE }],
  license: '自定许可',
  temporal: { start: '2020' },
};
