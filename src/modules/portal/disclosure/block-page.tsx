import type { Department } from '../../department/index.js';
import { type DisclosurePage, disclosureUrl, type ReportYear } from '../../disclosure/index.js';
import { numberText } from '../component/number-text.js';
import { Pager } from '../component/pager.js';
import { Section } from '../component/section.js';
import { DepartmentProfile } from '../department/department-profile.js';
import { useReading } from '../reading/reading.js';
import { DisclosureFrame, type DisclosureFrameProps } from './disclosure-frame.js';
import { EntryList } from './entry-list.js';
import { GuideText } from './guide-text.js';
import { StatutoryTable } from './statutory-table.js';

interface BlockPageProps extends DisclosureFrameProps {
  list: DisclosurePage;
  /** Documents a page. */
  size: number;
  /** Whose profile is the content of item 2 of Art. 20. */
  department?: Department;
}

/** A block, or an item of statutory content: titles with dates, by pages. */
export function BlockPage({ list, size, department, ...frame }: BlockPageProps) {
  const { t } = useReading();
  const { column, here } = frame;
  const block = column.blocks.find((each) => each.block === list.block);
  const item = block?.items.find(({ code }) => code === here.item);
  const heading = item ? (t.disclosure.item[item.code] ?? item.label) : t.disclosure.block[list.block];
  return (
    <DisclosureFrame {...frame} heading={heading}>
      {list.block === 'unclassified' && <p class="notice">{t.disclosure.unclassifiedNote}</p>}
      {list.guide && <GuideText guide={list.guide} own={column.department !== null} />}
      {list.block === 'statutory' && !item && <StatutoryTable items={block!.items} />}
      {block && block.years.length > 0 && <Years years={block.years} all={block.url} chosen={here.year} />}
      {item?.code === 'A20_02' && department && (
        <Section id="profile" title={t.disclosure.profile}>
          <DepartmentProfile department={department} />
        </Section>
      )}
      <Documents list={list} size={size} {...frame} inItem={item !== undefined} />
    </DisclosureFrame>
  );
}

function Years({ years, all, chosen }: { years: readonly ReportYear[]; all: string; chosen?: number | null }) {
  const { t } = useReading();
  const told = years.flatMap(({ year, url }) => (year === null ? [] : [{ year, url }]));
  return (
    <nav aria-label={t.disclosure.years}>
      <ul class="disclosure-years">
        <li>
          <a href={all} aria-current={chosen ? undefined : 'page'}>
            {t.disclosure.everyYear}
          </a>
        </li>
        {told.map(({ year, url }) => (
          <li key={year}>
            <a href={url} aria-current={year === chosen ? 'page' : undefined}>
              {t.disclosure.year(year)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Documents({ list, size, column, here, inItem }: Omit<BlockPageProps, 'site' | 'departments'> & { inItem: boolean }) {
  const { t } = useReading();
  const page = here.page ?? 1;
  const pages = Math.ceil(list.total / size);
  // The guide that the catalog wrote stands in the place of documents.
  if (list.guide) return <></>;
  if (list.total === 0) return <p class="note">{inItem ? t.disclosure.noneInItem : t.disclosure.none}</p>;
  const at = (number: number) => disclosureUrl({ ...here, page: number });
  return (
    <>
      <p class="result-count">
        {t.disclosure.count(numberText(list.total))}
        {pages > 1 && page <= pages && ` · ${t.disclosure.page(numberText(page), numberText(pages))}`}
      </p>
      {page > pages ? (
        <p class="notice">{t.disclosure.pastEnd}</p>
      ) : (
        <EntryList entries={list.entries} issuers={column.department === null} />
      )}
      <Pager
        first={page > 2 ? at(1) : undefined}
        previous={page > 1 && page <= pages ? at(page - 1) : undefined}
        next={page < pages ? at(page + 1) : undefined}
      />
    </>
  );
}
