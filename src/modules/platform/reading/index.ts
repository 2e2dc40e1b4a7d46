export { decodedChunks, detectEncoding } from './encoding.js';
export { type Relationship, relationshipsOf, resolved } from './relationships.js';
export { Exhausted, Unreadable } from './unreadable.js';
export { readXml, type XmlListener } from './xml-reading.js';
export { ZipArchive } from './zip-archive.js';
