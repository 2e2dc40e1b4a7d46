/** A file, or a part of one, that cannot be read, or not further; the message is for people. */
export class Unreadable extends Error {}

/** A limit of the whole file is reached: no other part of it can be read either. */
export class Exhausted extends Unreadable {}
