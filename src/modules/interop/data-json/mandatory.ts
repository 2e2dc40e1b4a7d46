import type { CatalogEntry, EntryContact } from '../mapping/entry.js';

/** Addresses that end in .invalid reach nobody (RFC 2606): both schemas want a mailbox, and most offices have none. */
const NOBODY = 'mailto:no-mailbox@haozhao.invalid';
/** What both schemas take for a mailbox. */
const MAILBOX = /^[\w~!$&'()*+,;=:.-]+@[\w.-]+\.[\w.-]+$/;

/** What stands where a record says nothing of what the schemas make mandatory. */
export interface Fallback {
  /** Name of the site and, where it has one, its mailbox. */
  site: { name: string; mailbox?: string };
}

/** Whom to ask, as both schemas want it: the office, or else the site. Pure. */
export function contactOf(contact: EntryContact | undefined, { site }: Fallback): { fn: string; hasEmail: string } {
  const mailbox = [contact?.email, site.mailbox].find((each) => each && MAILBOX.test(each));
  return { fn: contact?.name ?? site.name, hasEmail: mailbox ? `mailto:${mailbox}` : NOBODY };
}

/** Keywords, of which there must be one: the topic, or else the kind. Pure. */
export function keywordsOf(keywords: readonly string[], { record, concepts }: CatalogEntry): string[] {
  if (keywords.length > 0) return [...new Set(keywords)];
  return [concepts.topic?.label ?? (record.kind === 'dataset' ? '数据' : '文件')];
}
