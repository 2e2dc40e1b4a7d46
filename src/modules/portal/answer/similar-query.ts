import type { AnyRecord } from '../../catalog/index.js';

/** Keywords that say what a record is about: more of them would find nothing that has them all. */
const MOST_KEYWORDS = 2;
const MOST_SIGNS = 40;

/** What a title says beside its subject. */
const FORM =
  /^.*?关于(?:印发|转发|发布|公布)?|的?(?:通知|意见|公告|通告|决定|办法|规定|细则|方案|批复|函|报告|答复|解读|情况|信息|名单|条例)(?:（.*?）|[（(].*?[)）])?$|[《》“”"'():：*?]|(?:19|20)\d{2}年?度?/gu;

/** What to search for to find records about the same: the first keywords, or the subject of the title. Pure. */
export function similarQuery({ title, keywords }: Pick<AnyRecord, 'title' | 'keywords'>): string {
  const words = keywords.filter((word) => word.length > 1 && word.length < 20).slice(0, MOST_KEYWORDS);
  const said = words.length > 0 ? words.join(' ') : title.replace(FORM, ' ');
  return [
    ...said
      .replace(/["“”():]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  ]
    .slice(0, MOST_SIGNS)
    .join('');
}
