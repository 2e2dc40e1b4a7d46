import type { home as zh } from '../zh/home.js';

export const home: typeof zh = {
  description: () => 'Find, read and download the data and documents that the government publishes.',
  title: 'Government data and documents, found at once',
  examples: 'Try ',
  popular: 'Often searched: ',
  datasets: 'datasets',
  documents: 'documents',
  departments: 'departments',
  newestDocuments: 'Newest documents',
  updatedDatasets: 'Recently updated data',
  moreDocuments: 'More new documents',
  moreDatasets: 'More updated data',
  topics: 'By topic',
  byDepartment: 'By department',
  allDepartments: 'All departments',
  mostUsed: 'Most used data',
  mostUsedNote: 'Queries and downloads of the last 30 days',
  uses: (count) => `${count} times`,
  standing: 'How we keep our duties',
  moreStanding: 'By department and month',
  deadlines: 'Due soon',
};
