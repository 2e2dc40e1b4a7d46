/** Query parameters of a route that takes none: any is refused by name. */
export class NoQuery {}
