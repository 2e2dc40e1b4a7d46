import type { ComponentChildren } from 'preact';
import type { Department } from '../../department/index.js';
import type { FacetValue } from '../../search/index.js';
import type { Way } from '../layout/main-ways.js';
import { Chinese, Value } from './chinese.js';
import { numberText } from './number-text.js';

interface Tile {
  href: string;
  face: ComponentChildren;
}

/** Places to go to; each leads elsewhere. */
function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul class="tiles">
      {tiles.map(({ href, face }) => (
        <li key={href}>
          <a href={href}>{face}</a>
        </li>
      ))}
    </ul>
  );
}

/** Topics to choose from, with how many records each has. */
export function TopicTiles({ topics, hrefOf }: { topics: readonly FacetValue[]; hrefOf: (value: string) => string }) {
  const tiles = topics.map(({ value, label, count }) => ({
    href: hrefOf(value),
    face: (
      <>
        <span>
          <Value>{label}</Value>
        </span>{' '}
        <span class="facet-count">{numberText(count)}</span>
      </>
    ),
  }));
  return <Tiles tiles={tiles} />;
}

/** Departments to choose from. */
export function DepartmentTiles({ departments }: { departments: readonly Department[] }) {
  return <Tiles tiles={departments.map(({ name, url }) => ({ href: url, face: <Chinese>{name}</Chinese> }))} />;
}

/** Parts of the site to choose from. */
export function WayTiles({ ways }: { ways: readonly Way[] }) {
  return <Tiles tiles={ways.map(([href, face]) => ({ href, face }))} />;
}
