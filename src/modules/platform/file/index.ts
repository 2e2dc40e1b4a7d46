export { FileModule } from './file.module.js';
export { type ByteRange, FileMissing, FileStore, type StoredFile } from './file-store.js';
export { sendFile, type ServedFile } from './send-file.js';
export { servedType } from './served-type.js';
export { spoolFile, type SpooledFile } from './spool-file.js';
export { sweepTemporary } from './sweep-temporary.js';
export { temporaryName } from './temporary-name.js';
