import type { ComponentChildren } from 'preact';

export type Field = [label: string, value: ComponentChildren];

/** Labelled values; those without a value are left out. */
export function Fields({ fields }: { fields: Field[] }) {
  const said = fields.filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return (
    <dl class="fields">
      {said.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A link that only leads to the web; anything else is shown as text. */
export function WebLink({ href, children }: { href: string; children?: ComponentChildren }) {
  if (!/^https?:\/\//i.test(href)) return <>{children ?? href}</>;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {children ?? href}
    </a>
  );
}
