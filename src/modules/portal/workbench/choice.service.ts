import { Injectable } from '@nestjs/common';
import { CODED_FIELDS, codedFields, type RecordKind } from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { ExpiringCache } from '../../kernel/expiring-cache.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { CHOICE_LISTS, type ChoiceList, formFields } from './form-field.js';
import { matchingNames } from './matching-names.js';

/** What a box offers; the value is written, the label shown. */
export interface Choice {
  value: string;
  label: string;
}

const OFFERED = 20;
/** How many names a page carries for those whose browser asks for none while they type. */
const CARRIED = 500;

/** What the boxes of the editor offer. */
@Injectable()
export class ChoiceService {
  private readonly departmentNames = new ExpiringCache<string, string[]>(5_000, 1);

  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly departments: DepartmentService,
  ) {}

  /** Everything that the boxes of a kind offer, by name of the field. */
  async of(kind: RecordKind): Promise<Record<string, Choice[]>> {
    const offered: Record<string, Choice[]> = {};
    for (const { name, table, suggest } of formFields(kind)) {
      if (table) offered[name] = this.ofTable(table);
      else if (suggest) offered[name] = (await this.names(suggest)).slice(0, CARRIED).map((label) => ({ value: label, label }));
    }
    return offered;
  }

  /** Names that go with what was typed, the best first. */
  async matching(list: ChoiceList, text: string): Promise<string[]> {
    return matchingNames(await this.names(list), text, OFFERED);
  }

  /** The values of a draft as boxes show them: labels for codes. */
  shown(values: Record<string, unknown>): Record<string, unknown> {
    const labels = codedFields.flatMap((field): [string, string][] => {
      const found = typeof values[field] === 'string' ? this.vocabulary.resolve(CODED_FIELDS[field], values[field]) : undefined;
      return found ? [[field, this.vocabulary.fullLabel(CODED_FIELDS[field], found.code)]] : [];
    });
    return { ...values, ...Object.fromEntries(labels) };
  }

  private ofTable(table: NonNullable<ReturnType<typeof formFields>[number]['table']>): Choice[] {
    if (table === 'article20')
      return this.vocabulary.table('article20').items.map(({ code, label }) => ({
        value: code,
        label: `${code.startsWith('A20_') ? Number(code.slice(4)) : '第二十一条'}. ${label}`,
      }));
    return this.vocabulary.table(CODED_FIELDS[table]).items.map(({ label }) => ({ value: label, label }));
  }

  private async names(list: ChoiceList): Promise<string[]> {
    if (list !== 'department') return this.vocabulary.table(list).items.map(({ code }) => this.vocabulary.fullLabel(list, code));
    const known = this.departmentNames.get('all') ?? (await this.departments.list()).map(({ name }) => name);
    this.departmentNames.set('all', known);
    return known;
  }
}

export const isChoiceList = (name: unknown): name is ChoiceList => CHOICE_LISTS.includes(name as ChoiceList);
