/** A page of each type, over the sample catalog: what is judged, photographed and measured. */
export const PAGES = [
  ['home', '/'],
  ['results', '/search?q=%E4%BD%8F%E6%88%BF%E5%85%AC%E7%A7%AF%E9%87%91'],
  ['no-results', '/search?q=zzzzqqqq'],
  ['document', '/documents/lanchuan-doc-jyj-enroll-plan-2024'],
  ['law', '/documents/lanchuan-doc-gjj-withdraw'],
  ['versions', '/documents/lanchuan-doc-gjj-withdraw/versions'],
  ['dataset', '/datasets/lanchuan-ds-scj-012'],
  ['departments', '/departments'],
  ['department', '/departments/680700-gjj'],
  ['proof', '/records/lanchuan-ds-scj-012/proof'],
  ['help', '/help'],
  ['about', '/about'],
  ['accessibility', '/accessibility'],
  ['site-map', '/site-map'],
  ['not-found', '/documents/nothing-here'],
] as const;
