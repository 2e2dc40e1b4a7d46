export { BLOCKS, type DisclosureListName, LISTS } from './column/block.js';
export {
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureEntry,
  DisclosureListArgs,
  type DisclosurePage,
  type ReportYear,
  type StatutoryItem,
} from './column/column.model.js';
export { type DisclosurePlace, disclosureUrl } from './column/disclosure-address.js';
export { DisclosureService } from './column/disclosure.service.js';
export { DisclosureEntryRow } from './entry/disclosure-entry.entity.js';
export { EntryPlacer } from './entry/entry-placer.js';
export type { DisclosureGuide } from './guide/guide.model.js';
export { DisclosureModule } from './disclosure.module.js';
