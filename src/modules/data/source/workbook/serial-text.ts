const DAY_MS = 86_400_000;
/** 1970-01-01 counted from 1899-12-30, and from 1904-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** Excel believes in a 29 February 1900, as Lotus did: days before it count one less. */
const DAY_THAT_NEVER_WAS = 60;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/** What a serial number is to be shown as. */
export interface SerialShape {
  shows: 'date' | 'datetime' | 'time' | 'duration';
  since1904: boolean;
  /** Whether parts of seconds are shown. */
  fraction?: boolean;
}

/** A serial number of days as ISO text, as the sheet shows it; undefined where it is no day. Pure. */
export function serialText(serial: number, { shows, since1904, fraction }: SerialShape): string | undefined {
  if (!(serial >= 0) || serial > LAST_DAY + 1) return undefined;
  if (shows === 'duration') return durationText(serial);
  const unit = fraction ? 1 : 1_000;
  const ms = Math.round((serial * DAY_MS) / unit) * unit;
  const days = Math.floor((shows === 'date' ? serial * DAY_MS : ms) / DAY_MS);
  if (shows === 'time' || (shows === 'datetime' && serial < 1 && !since1904)) return clock(ms % DAY_MS);
  const date = dayText(days, since1904);
  return shows === 'date' || date === undefined ? date : `${date} ${clock(ms % DAY_MS)}`;
}

function dayText(days: number, since1904: boolean): string | undefined {
  if (since1904) return isoDay(days - EPOCH_1904);
  if (days === 0) return undefined;
  if (days === DAY_THAT_NEVER_WAS) return '1900-02-29';
  return isoDay(days - EPOCH_1900 + (days < DAY_THAT_NEVER_WAS ? 1 : 0));
}

const isoDay = (days: number) => new Date(days * DAY_MS).toISOString().slice(0, 10);
const clock = (ms: number) => (ms === 0 ? '00:00:00' : clockOf(ms));
const clockOf = (ms: number) => new Date(ms).toISOString().slice(11, ms % 1_000 === 0 ? 19 : 23);

/** Hours beyond a day are counted on, as `25:30:00`. */
function durationText(serial: number): string {
  const seconds = Math.round(serial * 86_400);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A date that the file has as ISO text (`t="d"`, OpenDocument), without T and without a time that is not meant. Pure. */
export function isoText(text: string, dateOnly = false): string {
  const parts = /^(\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(\.\d+)?Z?)?$/.exec(text.trim());
  if (!parts) return text;
  const [, date = '', time, fraction = ''] = parts;
  if (time === undefined || (dateOnly && /^[0:]+$/.test(time))) return date;
  const kept = fraction.replace(/0+$/, '');
  return `${date} ${time.length === 5 ? `${time}:00` : time}${kept === '.' ? '' : kept}`;
}
