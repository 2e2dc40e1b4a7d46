import { Injectable } from '@nestjs/common';
import { recordUrl } from '../../catalog/index.js';
import { type Department, DepartmentService } from '../../department/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { DisclosureEntryRepository, type EntryFilter, type ListedEntry } from '../entry/entry.repository.js';
import { generateGuide, isProfiled } from '../guide/generate-guide.js';
import { BLOCK_LABELS, COLUMN_LABEL, type DisclosureListName, LISTS } from './block.js';
import type { DisclosureColumn, DisclosureEntry, DisclosureListArgs, DisclosurePage } from './column.model.js';
import { disclosureUrl } from './disclosure-address.js';
import { article21LevelOf, itemsAt } from './statutory-item.js';
import { tallyOf } from './tally.js';

/** The 政府信息公开 column: its blocks with numbers, and the documents of each. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly entries: DisclosureEntryRepository,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly config: Config,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  /** Of a department, or of all. @throws AppError NOT_FOUND for an unknown department */
  async column(code?: string | null): Promise<DisclosureColumn> {
    return this.columnOf(await this.departmentOf(code));
  }

  /** @throws AppError NOT_FOUND for an unknown block, department or item, BAD_REQUEST for a condition that the block does not have */
  async list(name: string, { department: code, item, year, limit, offset }: DisclosureListArgs): Promise<DisclosurePage> {
    const block = this.listName(name);
    if (item && block !== 'statutory') throw notOf('item', 'statutory');
    if (year && block !== 'annual-reports') throw notOf('year', 'annual-reports');
    if (item) this.checkItem(item);
    const department = await this.departmentOf(code);
    const filter: EntryFilter = { department: department?.code, year: year ?? undefined, ...conditionOf(block, item) };
    const [total, rows] = await Promise.all([this.entries.count(filter), this.entries.list(filter, { limit, offset })]);
    // The organ's own guide goes first; where it has none, the catalog writes one.
    const wanted = block === 'guide' && total === 0;
    return {
      block,
      label: BLOCK_LABELS[block],
      total,
      entries: await this.present(rows),
      guide: wanted ? await this.guideOf(department) : null,
    };
  }

  /** A short text that differs after every document that was placed. */
  state(): Promise<string> {
    return this.entries.state();
  }

  private async guideOf(department: Department | undefined) {
    const { blocks } = await this.columnOf(department);
    const { siteName } = this.config;
    return generateGuide({ siteName, siteUrl: this.address.url, department, blocks, today: this.clock.today() });
  }

  private async columnOf(department: Department | undefined): Promise<DisclosureColumn> {
    const code = department?.code ?? null;
    const whose = department ? [department] : await this.departments.registered();
    const levels = new Set(whose.flatMap(({ region }) => article21LevelOf(region) ?? []));
    const counts = await this.entries.counts(code ?? undefined);
    const used = new Set(counts.map(({ item }) => item));
    const { items: all } = this.vocabulary.table('article20');
    const applying = new Set(itemsAt(all, levels));
    // What was filed under an item of another level is still shown.
    const items = all.filter((item) => applying.has(item) || used.has(item.code));
    const profiled = whose.some(isProfiled);
    return {
      title: COLUMN_LABEL,
      department: code,
      departmentName: department?.name ?? null,
      requestUrl: disclosureUrl({ department: code, block: 'request' }),
      ...tallyOf(counts, items, { department: code, profiled }),
    };
  }

  private async present(rows: readonly ListedEntry[]): Promise<DisclosureEntry[]> {
    const departments = await this.departments.byCodes([...new Set(rows.flatMap(({ department }) => department ?? []))]);
    return rows.map(({ block: _, ...row }) => ({
      ...row,
      departmentName: (row.department && departments.get(row.department)?.name) || null,
      url: recordUrl('document', row.identifier),
    }));
  }

  private async departmentOf(code: string | null | undefined): Promise<Department | undefined> {
    return code ? this.departments.get(code) : undefined;
  }

  private listName(name: string): DisclosureListName {
    const found = LISTS.find((each) => each === name);
    if (found) return found;
    throw new AppError('NOT_FOUND', `没有名为“${name}”的栏目，可用的有：${LISTS.join('、')}。`, {
      english: `There is no block ${name}; there are ${LISTS.join(', ')}.`,
    });
  }

  private checkItem(item: string): void {
    if (!this.vocabulary.item('article20', item))
      throw new AppError('NOT_FOUND', `条例第二十条、第二十一条没有代码为“${item}”的一项，代码见 /api/v1/vocabularies/article20。`, {
        english: `There is no item ${item}; see /api/v1/vocabularies/article20.`,
      });
  }
}

function conditionOf(block: DisclosureListName, item: string | null | undefined): Pick<EntryFilter, 'block' | 'item'> {
  if (block === 'statutory') return { item: item ?? 'any' };
  return block === 'unclassified' ? { item: 'none' } : { block };
}

const notOf = (field: string, block: string) =>
  new AppError('BAD_REQUEST', `参数 ${field} 只能用于 ${block}，请去掉。`, {
    english: `${field} is for ${block} only.`,
    fields: [{ field, message: `只能用于 ${block}` }],
  });
