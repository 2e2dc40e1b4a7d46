import { chineseMark, useReading } from '../reading/reading.js';

/** Words of a record within a sentence or a list of the site: Chinese whatever the page is, and in a place of their own, so that letters of other directions turn nothing around them. */
export function Said({ children }: { children: string }) {
  return <bdi lang={chineseMark(useReading())}>{children}</bdi>;
}
