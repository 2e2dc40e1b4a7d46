export { InteropModule } from './interop.module.js';
export { crosswalkTable } from './mapping/crosswalk.js';
