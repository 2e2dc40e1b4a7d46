/** What a virus scanner says of a file: `away` when it could not be asked, `tooLarge` when it takes none of this size. */
export type ScanVerdict =
  { result: 'clean' | 'tooLarge' | 'off' } | { result: 'infected'; virus: string } | { result: 'away'; reason: string };

/** How the scanner stands: `off` when none is configured. */
export type ScannerState = 'up' | 'away' | 'off';

/** Looks for viruses in files. */
export abstract class VirusScanner {
  /** Never rejects: a scanner that cannot be asked is an answer. */
  abstract scan(file: string): Promise<ScanVerdict>;

  abstract state(): Promise<ScannerState>;
}

/** Where no scanner is configured. */
export class NoScanner extends VirusScanner {
  scan(): Promise<ScanVerdict> {
    return Promise.resolve({ result: 'off' });
  }

  state(): Promise<ScannerState> {
    return Promise.resolve('off');
  }
}
