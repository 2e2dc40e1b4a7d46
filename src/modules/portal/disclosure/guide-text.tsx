import type { DisclosureGuide } from '../../disclosure/index.js';
import { Fields } from '../component/fields.js';
import { useReading } from '../reading/reading.js';

/** A guide that the catalog wrote; its words are Chinese in whatever language the page is. */
export function GuideText({ guide: { title, generatedOn, parts, contact, lacking }, own }: { guide: DisclosureGuide; own: boolean }) {
  const { t } = useReading();
  return (
    <>
      <p class="notice">{own ? t.disclosure.generated(generatedOn) : t.disclosure.generatedForAll(generatedOn)}</p>
      <article class="prose" lang="zh-CN">
        <h3>{title}</h3>
        {parts.map(({ heading, paragraphs }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            {paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
      </article>
      {contact.length > 0 && (
        <>
          <h3>{t.disclosure.unit}</h3>
          <div lang="zh-CN">
            <Fields fields={contact.map(({ label, text }) => [label, text])} />
          </div>
        </>
      )}
      {lacking.length > 0 && <p class="note">{t.disclosure.lacking(lacking.join('、'))}</p>}
    </>
  );
}
