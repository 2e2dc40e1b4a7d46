/** Parameters of a statement, numbered as they are named. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** SQL text with its parameters. */
export interface Statement {
  text: string;
  values: unknown[];
}
