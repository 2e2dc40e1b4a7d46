import type { RecordKind } from './record.entity.js';

/**
 * Fields without which nothing can be submitted, by the names people know them by: core metadata of the catalog guide
 * (发改高技〔2017〕1272号), and the block of a disclosed document (条例 Art. 12; 国办公开办函〔2019〕61号).
 */
export const REQUIRED_FIELDS: Record<RecordKind, Record<string, string>> = {
  dataset: {
    title: '信息资源名称',
    abstract: '信息资源摘要',
    provider: '信息资源提供方',
    formatClass: '信息资源格式',
    shareType: '共享类型',
    openness: '开放类型',
    updateCycle: '更新周期',
  },
  document: { title: '标题', abstract: '摘要', issuer: '发文机关', writtenOn: '成文日期', publicity: '公开属性' },
};

/** Left empty, these become the department that submits. */
const OWN_DEPARTMENT = ['provider', 'issuer'];

/** Whether somebody must fill it in. */
export const mustBeFilled = (kind: RecordKind, field: string): boolean =>
  Object.hasOwn(REQUIRED_FIELDS[kind], field) && !OWN_DEPARTMENT.includes(field);
