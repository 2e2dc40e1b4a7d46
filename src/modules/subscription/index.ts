export { CONFIRM_WITHIN_HOURS } from './confirmation-mail.js';
export { DigestRound } from './digest-round.js';
export { savedSearchOf } from './saved-search.js';
export { cancelPath, confirmPath } from './subscription-address.js';
export { FREQUENCIES, type Frequency, SubscriptionCountRow, SubscriptionRow } from './subscription.entity.js';
export { SearchSubscription, SubscriptionInput } from './subscription.model.js';
export { SubscriptionModule } from './subscription.module.js';
export { SubscriptionService } from './subscription.service.js';
