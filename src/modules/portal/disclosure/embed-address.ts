/** A place that other sites show. */
export interface EmbedPlace {
  department?: string | null;
  block?: string | null;
  item?: string | null;
  /** A piece of HTML instead of a page for a frame. */
  piece?: boolean;
}

/** Address of what other sites show inside them. Pure. */
export function embedAddress(site: string, { department, block, item, piece = false }: EmbedPlace): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ department, block, item })) if (value) query.set(name, value);
  return `${site}/embed/disclosure${piece ? '.html' : ''}${query.size > 0 ? `?${query}` : ''}`;
}
