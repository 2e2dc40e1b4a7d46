import type { access as zh } from '../zh/access.js';

const WRONG: Record<string, string> = {
  organisation: 'Say which organisation or team applies, in at most 100 characters',
  contact: 'Give an office mail address or telephone number',
  purpose: 'Say where and how you will use it, in 10 to 2,000 characters',
  months: 'Say for how many months, as a whole number',
  acceptsTerms: 'You can only apply if you accept the conditions of use',
  key: 'This key is not known',
};

export const access: typeof zh = {
  title: (dataset) => `Apply to use: ${dataset}`,
  thisData: 'This data',
  lead: (days) =>
    ` is open on conditions. You get a key as soon as you apply, and the department answers within ${days} working days; once it agrees, rows and downloads open with the key. There is no registration here and no personal data is asked; what the conditions want beyond that is settled by the department.`,
  condition: 'Conditions',
  organisation: 'Organisation or team',
  contact: 'Office mail or telephone',
  contactHelp: 'Only the department sees it; it is erased a year after the end',
  purpose: 'Purpose',
  purposeHelp: 'Where and how you will use it, in at least ten characters; please write nothing personal',
  months: 'For how many months',
  monthsHelp: (most) => `1 to ${most}`,
  key: 'A developer key you already have',
  keyHelp: 'It begins with hzd_; leave it empty if you have none, you get one at once',
  terms: 'Conditions of use',
  acceptsTerms:
    'I accept: only for the purpose written here, not passed on to others, not to identify people, no longer than the time that is granted',
  submit: 'Apply',
  wrong: (field) => WRONG[field] ?? 'Please check this field',
  refused: (message, english) => `${english ?? message}`,
  done: 'Your application has been sent',
  doneWords: (id, dueOn) => ` has the number ${id}; the department is to answer by ${dueOn}.`,
  for: 'The application for',
  yourKey: 'Your key',
  keyOnce: 'It is shown this once: copy it now and keep it; if it is lost you have to apply again.',
  status: 'See how it stands',
  statusWords: 'Ask with the key:',
  scrollCommand: 'Command, scrolls sideways',
  back: 'Back to this data',
};
