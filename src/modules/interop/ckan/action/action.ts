import type { Response } from 'express';
import type { ActingRequest } from '../../../identity/index.js';
import type { Parameters } from './parameters.js';

/** An action that was called. */
export interface Call {
  parameters: Parameters;
  request: ActingRequest;
  response: Response;
}

/** Something that a CKAN client can ask for. */
export interface Action {
  /** What help_show says. */
  help: string;
  /** Needs a key, and POST. */
  writes?: true;
  /** Its answer is made of the whole catalog alone: a caller that has it already needs nothing to be read. `index`: by way of the search index. */
  madeOf?: 'catalog' | 'index';
  run: (call: Call) => unknown;
}

/** Actions by name. */
export type Actions = Record<string, Action>;

/** Whoever has actions. */
export interface ActionProvider {
  readonly actions: Actions;
}
