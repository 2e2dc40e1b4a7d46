/** Where everybody begins. */
export const HOME = '/workbench';

/** Only pages of the workbench: a link from outside must not lead somebody who has just signed in elsewhere. */
export const placeAfter = (next: unknown): string =>
  typeof next === 'string' && /^\/workbench(?:[/?][\w\-/?=&%.]*)?$/.test(next) ? next : HOME;
