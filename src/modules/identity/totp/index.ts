export { newSecret, provisioningUri, qrSvg, recoveryCodes, recoveryHash, Totp } from './totp.js';
