export { FileModule } from './file.module.js';
export { FileStore, type StoredFile } from './file-store.js';
