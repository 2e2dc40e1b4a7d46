import { PassThrough, Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { AppError, invalidField } from '../../kernel/app-error.js';

/** A form with a file: what stood before the file, and the file itself, as it arrives. */
export interface FileForm {
  fields: Record<string, string>;
  name: string;
  content: Readable;
}

/** A file on its way in: read `content` to its end, for only then is it known to be whole. */
export interface Upload {
  name: string;
  department: string | null;
  content: Readable;
}

const MULTIPART = 'multipart/form-data';
const RAW = 'application/octet-stream';
const MOST_DRAINED = 32 * 1024 * 1024;

/** Finds the file in the body of a request, as a form with the field `file` or as the body itself. @throws AppError */
export async function readUpload(
  request: Request,
  { name, department }: { name?: string; department?: string },
  idleSeconds: number,
): Promise<Upload> {
  if (request.is(MULTIPART)) {
    const { fields, ...file } = await readFileForm(request, ['department'], idleSeconds);
    return { ...file, department: fields.department ?? department ?? null };
  }
  if (!request.is(RAW))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `请以 ${MULTIPART}（字段 file）或 ${RAW} 上传文件。`, {
      english: `Send the file as ${MULTIPART} (field file) or as ${RAW}.`,
      fields: [{ field: 'Content-Type', message: `应为 ${MULTIPART} 或 ${RAW}` }],
    });
  if (!name) throw invalidField('name', '请求体就是文件时，请在网址中以 name 写明文件名');
  // A pipe leaves the request alone when the file is refused: its sender must still hear why.
  const raw = request.pipe(new PassThrough());
  watch(request, idleSeconds, (error) => raw.destroy(error));
  return { name, department: department ?? null, content: raw };
}

/** Reads a form of these fields up to its file; what comes behind the file is looked at when the file has been read. @throws AppError */
export function readFileForm(request: Request, names: readonly string[], idleSeconds: number): Promise<FileForm> {
  return new Promise((resolve, reject) => {
    const form = formOf(request);
    const fields: Record<string, string> = {};
    let file: Readable | undefined;
    let flaw: AppError | undefined;
    const fail = (error: AppError) => {
      flaw ??= error;
      request.unpipe(form);
      reject(flaw);
      file?.destroy(flaw);
    };
    const done = new Promise<void>((settle) => {
      form.on('close', () => {
        if (!file) fail(invalidField('file', '表单中没有文件，请以字段 file 上传'));
        settle();
      });
      form.on('error', () => {
        fail(broken());
        settle();
      });
    });
    form.on('field', (name, value) => {
      if (!names.includes(name)) fail(invalidField(name, `没有字段“${name}”，表单只有 ${[...names, 'file'].join('、')}`));
      else if (file) fail(invalidField(name, `字段 ${name} 须在 file 之前`));
      else fields[name] = value;
    });
    form.on('file', (field, content, { filename }) => {
      content.on('error', () => undefined);
      if (field !== 'file' || flaw) {
        content.resume();
        fail(invalidField(field, '文件须以字段 file 上传'));
        return;
      }
      file = content;
      const whole = Readable.from(
        wholeOf(content, done, () => flaw),
        { objectMode: false },
      );
      resolve({ fields, name: filename ?? '', content: whole });
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      form.on(limit, () => fail(invalidField('file', '一次上传一个文件，请分几次上传')));
    watch(request, idleSeconds, fail);
    request.pipe(form);
  });
}

function formOf(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: false,
      limits: { files: 1, fields: 6, parts: 8, fieldSize: 2000, fieldNameSize: 100, headerPairs: 20 },
    });
  } catch {
    throw new AppError('BAD_REQUEST', '表单缺少 boundary，请让浏览器或程序库生成 Content-Type。', { english: 'The form has no boundary.' });
  }
}

async function* wholeOf(content: Readable, done: Promise<void>, flaw: () => AppError | undefined): AsyncGenerator<Buffer> {
  yield* raising(content as AsyncIterable<Buffer>);
  await done;
  const found = flaw();
  if (found) throw found;
}

/** A sender who goes away is no failure of ours. */
async function* raising(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    throw error instanceof AppError ? error : broken();
  }
}

const broken = () =>
  new AppError('BAD_REQUEST', '上传没有完成就中断了，请重新上传。', { english: 'The upload broke off before its end; send it again.' });

/** Ends an upload of which nothing arrives any more, or whose sender has gone. */
function watch(request: Request, idleSeconds: number, fail: (error: AppError) => void): void {
  request.setTimeout(idleSeconds * 1000, () => {
    if (request.complete) return;
    fail(
      new AppError('BAD_REQUEST', `已有 ${idleSeconds} 秒没有收到内容，上传取消，请检查网络后重新上传。`, {
        english: `Nothing arrived for ${idleSeconds} seconds; the upload was ended.`,
      }),
    );
  });
  request.once('end', () => request.setTimeout(0));
  request.once('close', () => {
    if (!request.complete) fail(broken());
  });
}

/** Reads what is left of a refused upload, so that its sender gets to hear why; one who sends on and on is cut off. */
export async function drain(request: Request): Promise<void> {
  if (request.complete || request.destroyed) return;
  let bytes = 0;
  await new Promise<void>((resolve) => {
    request.unpipe();
    request.setTimeout(2_000, resolve);
    request.once('end', resolve);
    request.once('close', resolve);
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_DRAINED) resolve();
    });
    request.resume();
  });
  if (!request.complete) request.res?.setHeader('Connection', 'close');
}
