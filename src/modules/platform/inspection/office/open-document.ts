import type { FormatCode } from '../accepted-format.js';
import { Refusal } from '../refusal.js';

/** What an OpenDocument file is by its `mimetype`. Pure. @throws Refusal for texts, slides and templates */
export function openDocumentKind(mimetype: string): FormatCode {
  if (mimetype.trim() === 'application/vnd.oasis.opendocument.spreadsheet') return 'ods';
  throw new Refusal('notAccepted', '这种 OpenDocument 文件（只接收表格 ods）');
}

/** Refuses a part of an OpenDocument file by its name: macros lie in folders of their own. Pure. @throws Refusal */
export function checkOpenDocumentPart(name: string): void {
  if (/^(basic|scripts|dialogs)\/./i.test(name.replaceAll('\\', '/'))) throw new Refusal('macro', name);
}

const SCRIPT = /<[\w.-]{1,40}:(?:event-listener|script)\s|vnd\.sun\.star\.script:|macro:\/\//i;
const LINK = /<[\w.-]{1,40}:dde-(?:source|link|connection-decl)\b|formula="[^"]{0,300}\bDDE\s{0,20}\(/i;
/** Frames, pictures and objects that are fetched when the file is opened; links that a person follows are none. */
const FETCHED = /<draw:(?:image|object|object-ole|floating-frame|plugin|applet)\s[^>]{0,300}href="((?:https?|ftp|file|smb):|\/\/|\\\\)/i;

/** Refuses markup of an OpenDocument file that runs or loads something. Pure. @throws Refusal */
export function checkOpenDocumentXml(text: string): void {
  if (SCRIPT.test(text)) throw new Refusal('macro', '脚本');
  if (LINK.test(text)) throw new Refusal('commandFormula', 'DDE');
  if (FETCHED.test(text)) throw new Refusal('externalTemplate', '图片或对象');
}

/** Refuses an OpenDocument file whose manifest says that its parts are encrypted. Pure. @throws Refusal */
export function checkManifest(xml: string): void {
  if (/<[\w.-]{0,40}:?encryption-data[\s/>]/.test(xml)) throw new Refusal('encrypted');
}
