/** Coded values of records as they are shown; Chinese ones stand for themselves. */
export const value: Record<string, string> = {};
