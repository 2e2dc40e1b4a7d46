import { fileURLToPath } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

/** Where the page would lie for the configuration of the project to apply to it. */
const HERE = fileURLToPath(new URL('../../../page.html', import.meta.url));
const validator = new HtmlValidate(new FileSystemConfigLoader());

/** What html-validate has to say about a page as it was served. */
export async function markupFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, HERE);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `html-validate ${ruleId}: ${message} (${selector ?? ''})`),
  );
}
