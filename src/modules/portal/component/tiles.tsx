import type { Department } from '../../department/index.js';
import type { FacetValue } from '../../search/index.js';
import type { Way } from '../layout/main-ways.js';
import { Chinese, Value } from './chinese.js';
import { numberText } from './number-text.js';

/** Topics to choose from, with how many records each has. */
export function TopicTiles({ topics, hrefOf }: { topics: readonly FacetValue[]; hrefOf: (value: string) => string }) {
  return (
    <ul class="tiles">
      {topics.map(({ value, label, count }) => (
        <li key={value}>
          <a href={hrefOf(value)}>
            <span>
              <Value>{label}</Value>
            </span>{' '}
            <span class="facet-count">{numberText(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Departments to choose from. */
export function DepartmentTiles({ departments }: { departments: readonly Department[] }) {
  return (
    <ul class="tiles">
      {departments.map(({ code, name, url }) => (
        <li key={code}>
          <a href={url}>
            <Chinese>{name}</Chinese>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Parts of the site to choose from. */
export function WayTiles({ ways }: { ways: readonly Way[] }) {
  return (
    <ul class="tiles">
      {ways.map(([href, label]) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
