/**
 * How long a process may spend what it has leased. A bucket is made smaller by what flows in during this time: what is spent in
 * any stretch T was then leased in a stretch of at most T + lease, in which the bucket gives at most
 * (burst − rate · lease) + rate · (T + lease) = burst + rate · T, whatever the number of processes. So nobody ever gets more
 * than one bucket of `burst` would have given.
 */
export const LEASE_MS = 2_000;

/** How much a caller may use: so many units a minute, twice as many at once after a rest. */
export interface Bucket {
  perMinute: number;
  /** Most that lies in the bucket in the database. */
  capacity: number;
  /** What a process leases at once: as much as flows in while it may spend it. */
  portion: number;
}

/** The bucket for a setting; undefined for 0, which means no limit. Pure. */
export function bucketOf(perMinute: number): Bucket | undefined {
  if (perMinute === 0) return undefined;
  const meanwhile = (perMinute * LEASE_MS) / 60_000;
  return { perMinute, capacity: 2 * perMinute - meanwhile, portion: Math.max(1, Math.floor(meanwhile)) };
}

/** What a request is charged: whole units, at least one, and never more than a full bucket holds, so that a full bucket serves any request. Pure. */
export const chargeOf = (units: number, { capacity }: Bucket): number => Math.min(Math.max(1, Math.ceil(units)), Math.floor(capacity));

/** Units for a request that reads so many cells. Pure. */
export const unitsFor = (cells: number): number => 1 + Math.ceil(Math.max(0, cells) / 100_000);

/** Seconds until so many units have flowed in. Pure. */
export const secondsFor = (units: number, { perMinute }: Bucket): number => Math.max(1, Math.ceil((units * 60) / perMinute));
