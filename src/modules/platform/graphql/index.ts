export { type Connection, ConnectionArgs, connectionOf, connectionType, PageInfo } from './connection.js';
export { JsonObject } from './json-object.scalar.js';
export { type GraphqlContext, RequestLoader } from './loader.js';
export { PageArgs } from './page.args.js';
export { mutationInput, queryArgs } from './validate-args.js';
