import type { Response } from 'express';
import { createContext } from 'preact';

/** Address of the page that is shown, so that the menus can mark it. */
export const Here = createContext('');

/** As the visitor asked for it. */
export const hereOf = ({ req }: Response): string => req.originalUrl;
