/** A block of the column (国办公开办函〔2019〕61号), under the name that addresses have. */
export const BLOCKS = ['guide', 'rules', 'statutory', 'annual-reports'] as const;
export type Block = (typeof BLOCKS)[number];

/** What can be listed: the blocks, and what nobody has classified. */
export const LISTS = [...BLOCKS, 'unclassified'] as const;
export type DisclosureListName = (typeof LISTS)[number];

/** The prescribed names. */
export const BLOCK_LABELS: Record<DisclosureListName, string> = {
  guide: '政府信息公开指南',
  rules: '政府信息公开制度',
  statutory: '法定主动公开内容',
  'annual-reports': '政府信息公开年报',
  unclassified: '其他（尚未归类）',
};

/** Name of the whole column, the same on every organ's platform. */
export const COLUMN_LABEL = '政府信息公开';
