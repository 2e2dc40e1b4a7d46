import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { FileInspector } from './file-inspector.js';
import { ClamdScanner } from './virus/clamd-scanner.js';
import { NoScanner, VirusScanner } from './virus/virus-scanner.js';

/** What files are and whether they are safe: by their content, and by a virus scanner where one is configured. */
@Global()
@Module({
  providers: [
    { provide: FileInspector, useFactory: (config: Config) => new FileInspector(config.incomingPath), inject: [Config] },
    { provide: VirusScanner, useFactory: scannerOf, inject: [Config, Metrics] },
  ],
  exports: [FileInspector, VirusScanner],
})
export class InspectionModule {}

function scannerOf(config: Config, metrics: Metrics): VirusScanner {
  const scanner = config.clamdHost ? new ClamdScanner(config.clamdHost) : new NoScanner();
  metrics.gauge('haozhao_virus_scanner_up', '1 while the virus scanner answers, 0 while it is away or none is configured', async () =>
    Number((await scanner.state()) === 'up'),
  );
  return scanner;
}
