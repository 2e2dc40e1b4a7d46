import type { ComponentChildren } from 'preact';

interface SectionProps {
  /** Its anchor; the heading carries it. */
  id: string;
  title: string;
  tone?: 'quiet' | 'error';
  children: ComponentChildren;
}

/** A framed part of a page, named by its heading. */
export function Section({ id, title, tone, children }: SectionProps) {
  return (
    <section class={tone ? `panel ${tone === 'error' ? 'panel-error' : tone}` : 'panel'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
