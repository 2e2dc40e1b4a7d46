import { sizeText } from '../../component/downloads.js';

/** A file of a submission as those who decide about it see it. */
export interface SubmissionFile {
  title: string;
  /** Where it can be opened; files that stand elsewhere have the address of that place. */
  href: string;
  format: string | null;
  byteSize: number | null;
  /** What was not checked, as sentences. */
  notes: string[];
}

/** The files of a submission, to be opened before anything is decided (先审查、后公开). */
export function SubmissionFiles({ files }: { files: readonly SubmissionFile[] }) {
  if (files.length === 0) return <></>;
  return (
    <section class="panel" aria-labelledby="files">
      <h2 id="files">附件（{files.length}）</h2>
      <ol>
        {files.map(({ title, href, format, byteSize, notes }) => (
          <li key={href}>
            <a href={href}>{title}</a>{' '}
            <span class="note">{[format?.toUpperCase(), byteSize === null ? null : sizeText(byteSize)].filter(Boolean).join(' · ')}</span>
            {notes.map((note) => (
              <p class="note" key={note}>
                {note}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
