import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { DataModule } from '../data/index.js';
import { ConfirmationSender } from './confirmation-sender.js';
import { DigestRound } from './digest-round.js';
import { DigestSender } from './digest-sender.js';
import { Mailboxes } from './mailbox.js';
import { SubscriptionController } from './subscription.controller.js';
import { SubscriptionRepository } from './subscription.repository.js';
import { SubscriptionResolver } from './subscription.resolver.js';
import { SubscriptionService } from './subscription.service.js';

/** Searches whose news is sent by mail. */
@Module({
  imports: [CatalogModule, DataModule],
  controllers: [SubscriptionController],
  providers: [ConfirmationSender, DigestRound, DigestSender, Mailboxes, SubscriptionRepository, SubscriptionResolver, SubscriptionService],
  exports: [SubscriptionService],
})
export class SubscriptionModule {}
