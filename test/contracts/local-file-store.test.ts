import path from 'node:path';
import { LocalFileStore } from '../../src/modules/platform/file/local-file-store.js';
import { fileStoreContract, filesBelow } from './file-store.contract.js';

fileStoreContract('files in a folder', async (folder) => {
  const kept = path.join(folder, 'files');
  return { store: new LocalFileStore(kept), kept: () => filesBelow(kept), close: () => Promise.resolve() };
});
