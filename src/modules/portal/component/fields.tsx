import type { ComponentChildren } from 'preact';
import type { Department } from '../../department/index.js';

type Departments = ReadonlyMap<string, Department>;
type Value = ComponentChildren;

/** A labelled value of a record; an empty value is left out. */
export type FieldRule<T> = readonly [label: string, value: (record: T, departments: Departments) => Value];

/** Labelled values of a record, those without a value left out; nothing when there is none. */
export function FieldList<T>({ rules, record, departments }: { rules: readonly FieldRule<T>[]; record: T; departments?: Departments }) {
  return <Fields fields={rules.map(([label, value]) => [label, value(record, departments ?? new Map())])} />;
}

/** Labels with values; those without a value are left out. */
export function Fields({ fields }: { fields: readonly (readonly [label: string, value: Value])[] }) {
  const said = fields.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (said.length === 0) return <></>;
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

/** Departments as the record names them, each leading to its page where it is known which one is meant. */
export function DepartmentNames({ names, codes, departments }: { names: string[]; codes: string[]; departments: Departments }) {
  const known = codes.flatMap((code) => departments.get(code) ?? []);
  if (known.length === 0 || (names.length > 1 && names.length !== known.length)) return <>{names.join('、') || '未注明'}</>;
  return (
    <>
      {known.map(({ code, name, url }, index) => (
        <span key={code}>
          {index > 0 && '、'}
          <a href={url}>{names.length > 1 ? names[index] : name}</a>
        </span>
      ))}
    </>
  );
}
