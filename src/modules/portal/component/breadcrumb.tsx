import { useReading } from '../reading/reading.js';
import { Chinese } from './chinese.js';

export interface Crumb {
  label: string;
  /** Path; absent for the page itself. */
  href?: string;
  /** Words of the record rather than of the site. */
  said?: boolean;
}

/** The way from the home page to this one. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useReading();
  return (
    <nav class="crumbs" aria-label={t.layout.breadcrumb}>
      <ol>
        {[{ label: t.layout.home, href: '/' } as Crumb, ...crumbs].map(({ label, href, said }) => {
          const text = said ? <Chinese>{label}</Chinese> : label;
          return <li key={label}>{href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}</li>;
        })}
      </ol>
    </nav>
  );
}
