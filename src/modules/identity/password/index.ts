export { PasswordHasher } from './password-hasher.js';
export { lockoutAfter, type PasswordContext, passwordFlaws } from './password-rules.js';
