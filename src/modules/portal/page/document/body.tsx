import { isHtml } from '../../../catalog/index.js';
import { type Block, layOut } from './body-layout.js';

/** The text of a document, set as official documents are. */
export function Body({ body }: { body: string }) {
  return (
    <section class="body" aria-labelledby="body">
      <h2 id="body" class="visually-hidden">
        正文
      </h2>
      {isHtml(body) ? <Sanitised html={body} /> : layOut(body).map((block, index) => <Paragraph key={index} block={block} />)}
    </section>
  );
}

/** HTML was sanitised when it was written: structure, emphasis, tables and web links are all that is left of it. */
function Sanitised({ html }: { html: string }) {
  return <div class="body-html" dangerouslySetInnerHTML={{ __html: html }} />;
}

function Paragraph({ block }: { block: Block }) {
  switch (block.role) {
    case 'title':
      return <h3 class="body-title">{block.text}</h3>;
    case 'chapter':
      return <h3 class="body-chapter">{block.text}</h3>;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'article':
      return (
        <p>
          <strong>{block.number}</strong>　{block.text}
        </p>
      );
    default:
      return <p class={block.role === 'paragraph' ? undefined : `body-${block.role}`}>{block.text}</p>;
  }
}
