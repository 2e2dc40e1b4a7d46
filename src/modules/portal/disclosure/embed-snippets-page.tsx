import { DataTable } from '../component/data-table.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { DisclosureFrame, type DisclosureFrameProps } from './disclosure-frame.js';
import { embedAddress } from './embed-address.js';

/** How to put the column into another site, with what to copy. */
export function EmbedSnippetsPage(frame: DisclosureFrameProps) {
  const { t } = useReading();
  const { site, column } = frame;
  const { department } = column;
  const page = embedAddress(site.baseUrl, { department });
  const piece = embedAddress(site.baseUrl, { department, piece: true });
  const name = column.departmentName ?? site.name;
  return (
    <DisclosureFrame {...frame} heading={t.disclosure.block.embed}>
      <p class="lead">{t.disclosure.embedLead}</p>
      <p class="notice">{t.disclosure.embedHosts}</p>
      <Section id="frame" title={t.disclosure.embedFrame}>
        <p>{t.disclosure.embedFrameNote}</p>
        <Code text={`<iframe src="${page}" title="${name} ${t.disclosure.title}" width="100%" height="720" loading="lazy"></iframe>`} />
      </Section>
      <Section id="include" title={t.disclosure.embedInclude}>
        <p>{t.disclosure.embedIncludeNote}</p>
        <Code
          text={[
            'location /haozhao/ {',
            `  proxy_pass ${site.baseUrl}/embed/;`,
            '}',
            `<!--#include virtual="/haozhao/${piece.slice(`${site.baseUrl}/embed/`.length)}" -->`,
          ].join('\n')}
        />
        <p>{t.disclosure.embedFetch}</p>
        <Code
          text={[
            '<div id="disclosure"></div>',
            '<script type="module">',
            `  const answer = await fetch('${piece}');`,
            `  if (answer.ok) document.getElementById('disclosure').innerHTML = await answer.text();`,
            '</script>',
          ].join('\n')}
        />
      </Section>
      <Section id="parameters" title={t.disclosure.embedParameters}>
        <DataTable
          caption={t.disclosure.embedParameters}
          captionHidden
          columns={[{ label: t.disclosure.parameter }, { label: t.disclosure.meaning }]}
          rows={t.disclosure.embedParameter.map(([parameter, meaning]) => ({
            key: parameter,
            cells: [<code key="name">{parameter}</code>, meaning],
          }))}
        />
      </Section>
    </DisclosureFrame>
  );
}

const Code = ({ text }: { text: string }) => (
  <pre tabIndex={0}>
    <code>{text}</code>
  </pre>
);
