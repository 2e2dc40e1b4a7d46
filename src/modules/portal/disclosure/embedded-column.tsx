import { type DisclosureColumn, type DisclosureEntry, type DisclosurePage, disclosureUrl } from '../../disclosure/index.js';
import { useReading } from '../reading/reading.js';

/** Everything that is embedded. */
export interface EmbeddedProps {
  column: DisclosureColumn;
  /** The block that was asked for, or what is newest in each. */
  lists: readonly DisclosurePage[];
  /** Address of this site: the links lead here from wherever they stand. */
  base: string;
  siteName: string;
  /** Level of the first heading: a page of its own begins with 1, a piece stands under the title of its page. */
  level?: 1 | 2;
}

const PREFIX = 'haozhao';

/** The column as a piece of a page of another site: headings and lists, no styles, no scripts, ids of our own. */
export function EmbeddedColumn({ column, lists, base, siteName, level = 2 }: EmbeddedProps) {
  const { t } = useReading();
  const Title = `h${level}` as const;
  const Name = level === 1 ? 'h2' : 'h3';
  const id = [PREFIX, 'disclosure', column.department].filter(Boolean).join('-');
  return (
    <section id={id} class={`${PREFIX}-disclosure`} aria-labelledby={`${id}-title`} lang="zh-CN">
      <Title id={`${id}-title`}>
        <Out href={base + disclosureUrl({ department: column.department })}>{t.disclosure.title}</Out>
      </Title>
      {lists.map((list) => {
        const block = column.blocks.find((each) => each.block === list.block);
        return (
          <section key={list.block} aria-labelledby={`${id}-${list.block}`}>
            <Name id={`${id}-${list.block}`}>
              <Out href={base + (block?.url ?? column.unclassified.url)}>{list.label}</Out>
            </Name>
            {list.block === 'statutory' && lists.length > 1 ? (
              <ul>
                {block!.items.map(({ code, label, url, count }) => (
                  <li key={code}>
                    <Out href={base + url}>{label}</Out> <span>{t.disclosure.countOf(count)}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <Titles entries={list.entries} base={base} none={list.guide ? undefined : t.disclosure.none} />
            )}
          </section>
        );
      })}
      <p>
        <Out href={base + column.requestUrl}>{t.disclosure.block.request}</Out>
        {' · '}
        <Out href={base}>{t.disclosure.onSite(siteName)}</Out>
      </p>
    </section>
  );
}

function Titles({ entries, base, none }: { entries: readonly DisclosureEntry[]; base: string; none?: string }) {
  if (entries.length === 0) return none ? <p>{none}</p> : <></>;
  return (
    <ul>
      {entries.map(({ identifier, title, url, publishedOn }) => (
        <li key={identifier}>
          <Out href={base + url}>{title}</Out> {publishedOn && <time dateTime={publishedOn}>{publishedOn}</time>}
        </li>
      ))}
    </ul>
  );
}

/** Opens here, in the whole window. */
const Out = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_top">
    {children}
  </a>
);
