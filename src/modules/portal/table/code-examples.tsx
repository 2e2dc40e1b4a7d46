import { type DataTableModel, tableApiUrl } from '../../data/index.js';
import { CodeBlock } from '../component/code-block.js';
import { Section } from '../component/section.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { type ProgramExample, restExamples } from './program-examples.js';

interface CodeExamplesProps {
  site: Site;
  table: DataTableModel;
  /** Where everything about the interface of the dataset stands. */
  api: string;
  example: string | undefined;
}

/** Programs that read this table, to copy. */
export function CodeExamples({ site, table, api, example }: CodeExamplesProps) {
  const { t } = useReading();
  const programs = restExamples({ baseUrl: site.baseUrl, dataset: table.dataset, name: table.name, where: example });
  return (
    <Section id="programs" title={t.table.programs} tone="quiet">
      <p class="note">
        {t.table.programsWords} <a href={`${tableApiUrl(table.dataset, table.name)}/openapi.json`}>{t.table.programsLink}</a>
        {'. '}
        {t.table.allPrograms} <a href={api}>{t.table.allProgramsLink}</a>
      </p>
      <Programs programs={programs} />
    </Section>
  );
}

/** Programs, of which the first is open. */
export function Programs({ programs }: { programs: readonly ProgramExample[] }) {
  const { t } = useReading();
  return (
    <>
      {programs.map(({ name, code }, place) => (
        <details key={name} class="program" open={place === 0}>
          <summary>{name}</summary>
          <CodeBlock label={t.table.code(name)} code={code} />
        </details>
      ))}
    </>
  );
}
