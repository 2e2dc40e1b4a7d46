export { InteropModule } from './interop.module.js';
export { crosswalkTable } from './mapping/crosswalk.js';
export { SchemaOrg } from './schema-org/schema-org.js';
export { type Breadcrumb, breadcrumbs } from './schema-org/breadcrumbs.js';
export { type JsonLd, jsonLdText } from './schema-org/json-ld.js';
export { CatalogVersion } from './reading/catalog-version.js';
export { resourceIdOf } from './ckan/package/resource-id.js';
