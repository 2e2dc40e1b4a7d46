import { Chinese } from '../component/chinese.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

/** Another dataset on the same subject. */
export interface SimilarDataset {
  title: string;
  url: string;
  department?: string | null;
}

/** Datasets that may serve as well. */
export function SimilarSection({ similar }: { similar: readonly SimilarDataset[] }) {
  const { t } = useReading();
  if (similar.length === 0) return <></>;
  return (
    <Section id="similar" title={t.dataset.similar}>
      <ul class="similar">
        {similar.map(({ title, url, department }) => (
          <li key={url}>
            <a href={url}>
              <Chinese>{title}</Chinese>
            </a>
            {department && (
              <span class="note">
                <Chinese>{department}</Chinese>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
