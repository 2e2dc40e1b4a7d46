import { Injectable } from '@nestjs/common';

const CHINA_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The date in China at an instant, `YYYY-MM-DD`. */
export const chinaDayOf = (instant: Date): string => CHINA_DAY.format(instant);

/** Seconds until a day in China is over, at least one: after so long another try of the next day may succeed. */
export const secondsLeftOf = (day: string, now: Date): number =>
  Math.max(1, Math.ceil((new Date(`${day}T24:00:00+08:00`).getTime() - now.getTime()) / 1000));

/** The time, passed into everything that decides, so that rules can be tried on any day; also the injection token. */
export abstract class Clock {
  abstract now(): Date;

  /** Today's date in China, `YYYY-MM-DD`: legal periods run by it whatever the machine's time zone is. */
  today(): string {
    return chinaDayOf(this.now());
  }
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still, for tests and for replaying a past day. */
export class FixedClock extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }
}
