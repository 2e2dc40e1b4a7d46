import type { RecordKind, ResourceFields } from '../../catalog/index.js';
import { fileField, filesOf, inputOfForm } from './form-field.js';
import { type Form, textOf } from './read-form.js';

/** Name of the box that holds the title of a file. */
export const titleBox = (index: number) => `file-title-${index}`;

/** The list of files as a form changes it: new titles for all, then one removed or moved up. What is not a place in the list changes nothing. Pure. */
export function changedFiles(files: readonly ResourceFields[], form: Form): ResourceFields[] {
  const titled = files.map((file, index) => ({ ...file, title: textOf(form, titleBox(index)) ?? file.title }));
  const removed = placeOf(form, 'removeFile', titled.length);
  if (removed !== undefined) return titled.filter((_, index) => index !== removed);
  const moved = placeOf(form, 'moveFileUp', titled.length);
  if (!moved) return titled;
  return [...titled.slice(0, moved - 1), titled[moved]!, titled[moved - 1]!, ...titled.slice(moved + 1)];
}

/** What the form of the editor means on top of what is stored: its boxes and its list of files. Pure. */
export const valuesOfEditor = (kind: RecordKind, form: Form, content: Form): Form =>
  inputOfForm(kind, form, { ...content, [fileField(kind)]: changedFiles(filesOf(kind, content), form) });

function placeOf(form: Form, name: string, length: number): number | undefined {
  const text = textOf(form, name);
  return text !== null && /^\d{1,4}$/.test(text) && Number(text) < length ? Number(text) : undefined;
}
