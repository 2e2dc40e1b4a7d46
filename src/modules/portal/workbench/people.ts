import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { createContext } from 'preact';
import { AccountService } from '../../identity/index.js';

/** Names of persons by the names of their accounts. */
type Names = ReadonlyMap<string, string>;

/** The persons that a page names; what it does not hold is shown as it stands. */
export const People = createContext<Names>(new Map());

const LOCAL = 'people';

/** The persons, as they were looked up for this answer. */
export const peopleOf = (response: Response): Names => (response.locals as Record<string, Names | undefined>)[LOCAL] ?? new Map();

/** Looks up who stands behind the accounts that a page names: colleagues know each other by name. */
@Injectable()
export class PeopleService {
  constructor(private readonly accounts: AccountService) {}

  async introduce(response: Response, accounts: Iterable<string>): Promise<void> {
    response.locals[LOCAL] = await this.accounts.personNames(accounts);
  }
}
