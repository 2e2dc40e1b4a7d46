import type { message as zh } from '../zh/message.js';

export const message: typeof zh = {
  forbidden: 'Not allowed',
  notFound: 'Not found',
  gone: 'Withdrawn',
  unavailable: 'Not available at the moment',
  internal: 'Something went wrong here',
  badRequest: 'This request cannot be answered',
  tooMany: 'Too many requests',
  tryNext: 'What you can do',
  searchFor: (words) => `Search for “${words}”`,
  searchAgain: 'Search again in other words in the box above',
  toHome: 'Go to the home page',
  toDepartments: 'Start from the departments',
  toMap: 'See the site map',
  report: 'If a link of this site led here, please tell us the number of the request',
};
