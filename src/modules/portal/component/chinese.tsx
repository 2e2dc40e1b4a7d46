import type { ComponentChildren } from 'preact';
import { useReading } from '../reading/reading.js';

/** What a record says stays Chinese on English pages, and is marked so that it is read out as such. */
export function Chinese({ children }: { children: ComponentChildren }) {
  return useReading().language === 'zh' ? <>{children}</> : <span lang="zh-CN">{children}</span>;
}

/** A coded value in the language of the page, or as the record has it. */
export function Value({ children }: { children: string }) {
  const { t } = useReading();
  const said = t.value[children];
  return said ? <>{said}</> : <Chinese>{children}</Chinese>;
}
