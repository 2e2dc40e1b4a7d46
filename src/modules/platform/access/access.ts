import { SetMetadata } from '@nestjs/common';

/** Metadata key under which a route, a resolver or a whole class says what it needs. */
export const ACCESS = 'haozhao:access';

/** Access of what anyone may read or do. */
export const OPEN = 'open';

/** Declares a route or resolver open to everyone; what declares nothing is refused to everyone. */
export const Open = () => SetMetadata(ACCESS, OPEN);
