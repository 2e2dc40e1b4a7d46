export { ACCESS, Open, OPEN } from './access.js';
