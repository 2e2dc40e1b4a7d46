/** Words of any script but plain Latin, a number as long as a telephone number, an address of mail. */
const TELLS = /[^\p{ASCII}\p{P}\p{S}\p{Z}\p{C}]|\d(?:[ -]?\d){10}|@/u;
const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** Whether a value that is meant for programs says something to people. Pure. */
export const tells = (value: string): boolean => value.length > 1 && TELLS.test(value) && !GUID.test(value);

/** Attributes with a text that programs show. */
const TEXTS = new Set([
  ...['descr', 'title', 'alt', 'string', 'tooltip', 'displayText', 'display', 'prompt', 'promptTitle', 'error', 'errorTitle'],
  ...['comment', 'caption', 'placeholder'],
]);
/** Elements whose value is a text that programs show. */
const VALUES = new Set(['lvlText', 'docVar', 'default', 'statusText', 'helpText', 'listEntry', 's']);
/** They stand at every run, and name fonts and shapes of letters. */
const FONTS = new Set(['rFonts', 'latin', 'ea', 'cs', 'font', 'rFont', 'lang']);

/** What the attributes of an element say: `shown` to readers, or `hidden` behind the document. Pure. */
export function attributeTexts(element: string, attributes: Readonly<Record<string, string>>): { text: string; shown: boolean }[] {
  const texts: { text: string; shown: boolean }[] = [];
  if (FONTS.has(element)) return texts;
  for (const name in attributes) {
    const value = attributes[name]!;
    if (value.length < 2) continue;
    const local = name.slice(name.indexOf(':') + 1);
    if (TEXTS.has(local) && value.trim() !== '') texts.push({ text: value.trim(), shown: true });
    else if (tells(value) || (VALUES.has(element) && (local === 'val' || local === 'v'))) texts.push({ text: value.trim(), shown: false });
  }
  return texts;
}

/** Signs between pieces that a formula puts together. */
const JOINT = /(["\d])\s*&\s*(?=["\d])|(")\s*,\s*(?=")/g;

/** A formula as far as it holds words or numbers of its own, its pieces put together; empty where it only calculates. Pure. */
export function formulaText(formula: string): string {
  if (!formula.includes('"') && !formula.includes('&') && !tells(formula)) return '';
  return formula.replace(JOINT, '$1$2').replaceAll('""', '').trim();
}
