import type { DisclosurePage } from '../../disclosure/index.js';
import { Figures } from '../component/figures.js';
import { numberText } from '../component/number-text.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { DisclosureFrame, type DisclosureFrameProps } from './disclosure-frame.js';
import { EntryList } from './entry-list.js';
import { StatutoryTable } from './statutory-table.js';

/** The first page of the column: how far the organ discloses what the law wants, and what is newest in each block. */
export function OverviewPage({ lists, ...frame }: DisclosureFrameProps & { lists: readonly DisclosurePage[] }) {
  const { t } = useReading();
  const { blocks, coverage, department } = frame.column;
  const statutory = blocks.find(({ block }) => block === 'statutory')!;
  const reports = blocks.find(({ block }) => block === 'annual-reports')!;
  return (
    <DisclosureFrame {...frame}>
      <Figures
        figures={[
          {
            value: t.disclosure.coveredOf(coverage.covered, coverage.applicable),
            label: t.disclosure.covered,
            href: statutory.url,
          },
          { value: statutory.count, label: t.disclosure.listed, href: statutory.url },
          { value: reports.count, label: t.disclosure.reports, href: reports.url },
        ]}
      />
      <Section id="statutory" title={t.disclosure.block.statutory}>
        <StatutoryTable items={statutory.items} />
      </Section>
      {lists.map(({ block, total, entries }) => (
        <Section key={block} id={block} title={t.disclosure.block[block]}>
          {entries.length > 0 ? (
            <EntryList entries={entries} issuers={department === null} />
          ) : (
            <p class="note">{block === 'guide' ? t.disclosure.guideIsMade : t.disclosure.none}</p>
          )}
          {(total > entries.length || block === 'guide') && (
            <p>
              <a href={blocks.find((each) => each.block === block)!.url}>
                {total > 0 ? t.disclosure.all(numberText(total)) : t.disclosure.block[block]}
              </a>
            </p>
          )}
        </Section>
      ))}
    </DisclosureFrame>
  );
}
