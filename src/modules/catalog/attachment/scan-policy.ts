import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { Refusal, VirusScanner } from '../../platform/inspection/index.js';
import { Log } from '../../platform/logging/index.js';
import type { StoredFileRow } from './stored-file.entity.js';

/** What a scan, or the want of one, means for a file. */
@Injectable()
export class ScanPolicy {
  constructor(
    private readonly scanner: VirusScanner,
    private readonly config: Config,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal with a virus; AppError UNAVAILABLE, PAYLOAD_TOO_LARGE where `CLAMD_REQUIRED` wants a scan that is not to be had */
  async apply(file: string): Promise<Pick<StoredFileRow, 'scan' | 'scannedAt'>> {
    const verdict = await this.scanner.scan(file);
    if (verdict.result === 'clean') return { scan: 'clean', scannedAt: this.clock.now() };
    if (verdict.result === 'infected') throw new Refusal('virus', verdict.virus);
    if (this.config.clamdRequired) throw demanded(verdict.result);
    if (verdict.result !== 'off')
      this.log.warn({ reason: verdict.result === 'away' ? verdict.reason : 'StreamMaxLength' }, 'file kept without a virus scan');
    return { scan: 'unscanned', scannedAt: null };
  }
}

function demanded(result: 'off' | 'away' | 'tooLarge'): AppError {
  if (result === 'tooLarge')
    return new AppError('PAYLOAD_TOO_LARGE', '文件超过病毒扫描程序能检查的大小，请拆分后上传，或请管理员调整 clamd 的 StreamMaxLength。', {
      english: 'The file is larger than the virus scanner takes.',
    });
  return new AppError(
    'UNAVAILABLE',
    result === 'off' ? '病毒扫描没有配置，暂不能上传文件，请联系管理员。' : '病毒扫描程序暂时不可用，请稍后再上传。',
    { english: 'The virus scanner is unavailable; try again later.', retryAfter: 60 },
  );
}
