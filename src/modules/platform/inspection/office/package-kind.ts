import type { FormatCode } from '../accepted-format.js';
import { Refusal } from '../refusal.js';

const MAIN: [RegExp, FormatCode][] = [
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\.presentation\.main\+xml/, 'pptx'],
];

/** What an Office file is by the types its parts declare. Pure. @throws Refusal for macros and for templates, slide shows and binary workbooks */
export function officeKind(contentTypes: readonly string[]): FormatCode {
  const macro = contentTypes.find((type) => /macroEnabled|vbaProject|vbaData|macrosheet|intlmacrosheet/i.test(type));
  if (macro) throw new Refusal('macro', macro.split('.').at(-1));
  const control = contentTypes.find((type) => /activeX|ms-office\.control/i.test(type));
  if (control) throw new Refusal('activeContent', 'ActiveX 控件');
  const main = MAIN.find(([pattern]) => contentTypes.some((type) => pattern.test(type)));
  if (!main) throw new Refusal('notAccepted', '这种 Office 文件（模板、放映或二进制工作簿）');
  return main[1];
}

/** Refuses a part of an Office or OFD file by its name. Pure. @throws Refusal */
export function checkPartName(name: string): void {
  const lower = name.toLowerCase();
  if (/(^|\/)vba(project|data)[^/]*\.(bin|xml)$/.test(lower) || /(^|\/)(macrosheets|intlmacrosheets)\//.test(lower))
    throw new Refusal('macro', name);
  if (/(^|\/)activex\//.test(lower)) throw new Refusal('activeContent', 'ActiveX 控件');
  if (/(^|\/)oleobject[^/]*$/.test(lower)) throw new Refusal('activeContent', 'OLE 对象');
}

/** One relation of an Office part. */
export interface PartRelation {
  type: string;
  target: string;
  external: boolean;
}

/** Relations to the outside that nothing follows until a person clicks, or asks whether to refresh. */
const HARMLESS_OUTSIDE = /\/(hyperlink|externalLinkPath|xlExternalLinkPath\/\w+|customXml)$/i;

/** Refuses relations that run something or load something from outside when the file is opened. Pure. @throws Refusal */
export function checkRelation({ type, target, external }: PartRelation): void {
  if (/\/(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet)$/i.test(type)) throw new Refusal('macro', type.split('/').at(-1));
  if (/\/(control|activeXControlBinary|ctrlProp)$/i.test(type) && !/ctrlProp$/i.test(type))
    throw new Refusal('activeContent', 'ActiveX 控件');
  if (/\/(oleObject|aFChunk)$/i.test(type)) throw new Refusal('activeContent', /oleObject$/i.test(type) ? 'OLE 对象' : '夹带的网页');
  if (external && !HARMLESS_OUTSIDE.test(type)) throw new Refusal('externalTemplate', target);
  if (external && /^\s*(javascript|vbscript|ms-[\w-]+|search-ms|mhtml):/i.test(target)) throw new Refusal('externalTemplate', target);
}
