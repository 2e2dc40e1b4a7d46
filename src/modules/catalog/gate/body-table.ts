import type { ContentPart, Finding } from './finding.js';
import { NameColumnRule } from './name-column.js';

/** Tables within the texts of a draft that name persons beside what is nobody's business; cells are apart by tabs. Pure. */
export function tableFindings(parts: readonly ContentPart[]): Finding[] {
  const rule = new NameColumnRule();
  return parts.flatMap(({ field, text }) => {
    if (!text.includes('\t')) return [];
    let table = 0;
    return text.split('\n').flatMap((line) => {
      // A line without cells ends a table.
      if (!line.includes('\t')) table++;
      return rule.row(`${field} ${table}`, line.split('\t'), field) ?? [];
    });
  });
}
