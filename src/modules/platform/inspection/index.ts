export { ACCEPTED, type FormatCode, formatNamed, isFormat } from './accepted-format.js';
export { checkedName } from './file-name.js';
export { FileInspector, type Inspected } from './file-inspector.js';
export { InspectionModule } from './inspection.module.js';
export { Refusal, type RefusalRule } from './refusal.js';
export { type ScannerState, type ScanVerdict, VirusScanner } from './virus/virus-scanner.js';
