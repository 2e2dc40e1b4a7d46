export { GraphqlModule } from './graphql.module.js';
export { allowGet } from './over-http.js';
