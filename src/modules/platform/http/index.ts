export { ApiErrors } from './api-errors.js';
export { ErrorPages } from './error-pages.js';
export { answerCached, etagOf, revisionOfIfMatch } from './etag.js';
export { HttpModule } from './http.module.js';
export { asAppError, prefersEnglish, Problem, problemOf, STATUS } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { configureHttp } from './configure-http.js';
