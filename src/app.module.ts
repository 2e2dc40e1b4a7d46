import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GraphqlModule } from './graphql/index.js';
import { AuditModule } from './modules/audit/index.js';
import { CatalogModule } from './modules/catalog/index.js';
import { DataModule } from './modules/data/index.js';
import { DepartmentModule } from './modules/department/index.js';
import { DisclosureModule } from './modules/disclosure/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { FeedbackModule } from './modules/feedback/index.js';
import { InteropModule } from './modules/interop/index.js';
import { Clock, SystemClock } from './modules/kernel/clock.js';
import { Config } from './modules/platform/config/index.js';
import { FileModule } from './modules/platform/file/index.js';
import { InspectionModule } from './modules/platform/inspection/index.js';
import { JobModule } from './modules/platform/job/index.js';
import { MailModule } from './modules/platform/mail/index.js';
import { PortalModule } from './modules/portal/index.js';
import { HealthModule } from './modules/platform/health/index.js';
import { HttpModule } from './modules/platform/http/index.js';
import { Log } from './modules/platform/logging/index.js';
import { MetricsModule } from './modules/platform/metrics/index.js';
import { SecretBox } from './modules/platform/secret/index.js';
import { OutboundModule } from './modules/platform/outbound/index.js';
import { OutboxModule } from './modules/platform/outbox/index.js';
import { TextExtractionModule } from './modules/platform/text-extraction/index.js';
import { SearchModule } from './modules/search/index.js';
import { TransparencyModule } from './modules/transparency/index.js';
import { SubscriptionModule } from './modules/subscription/index.js';
import { VocabularyModule } from './modules/vocabulary/index.js';
import type { Runtime } from './runtime.js';
import { chooseSearchEngine } from './search-engine-choice.js';

/** What every module may ask for: configuration, database, log and clock. */
@Global()
@Module({})
class FoundationModule {
  static with(config: Config, runtime: Runtime, log: Log): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: DataSource, useValue: runtime.source },
      { provide: Log, useValue: log },
      { provide: SecretBox, useValue: SecretBox.of(config) },
      { provide: Clock, useValue: new SystemClock() },
    ];
    return { module: FoundationModule, providers, exports: providers };
  }
}

/** The whole application around an open database. */
@Module({})
export class AppModule {
  static with(config: Config, runtime: Runtime, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        FoundationModule.with(config, runtime, log),
        HttpModule,
        HealthModule,
        MetricsModule,
        FileModule,
        InspectionModule,
        TextExtractionModule,
        JobModule,
        MailModule,
        OutboundModule,
        OutboxModule,
        AuditModule,
        IdentityModule,
        DepartmentModule,
        VocabularyModule,
        CatalogModule,
        SearchModule.with((analyzer) => chooseSearchEngine(config, runtime, analyzer)),
        DataModule,
        FeedbackModule,
        TransparencyModule,
        DisclosureModule,
        SubscriptionModule,
        InteropModule,
        PortalModule,
        GraphqlModule,
      ],
    };
  }
}
