/** A word of a text and where it stands. */
export interface Token {
  token: string;
  start: number;
  end: number;
}
