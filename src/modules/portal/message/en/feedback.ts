import type { feedback as zh } from '../zh/feedback.js';

const LABELS = {
  kind: 'Kind',
  title: 'Name of the application',
  address: 'Address of the application',
  text: 'Text',
  email: 'E-mail',
  department: 'Department',
};
const HINTS = {
  kind: 'choose one',
  title: 'write 2 to 100 characters',
  address: 'write an address that begins with https:// or http://',
  text: 'write 10 to 2,000 characters, without telephone numbers, identity numbers or other personal data',
  email: 'write one address such as reader@example.org, or nothing',
  department: 'choose a department of the list, or none',
};

/** Questions, corrections and uses of records, and demands. */
export const feedback: typeof zh = {
  kinds: { question: 'Question', correction: 'Correction', reuse: 'Use', demand: 'Demand' },
  states: { waiting: 'Waiting for an answer', answered: 'Answered', declined: 'Declined' },
  acts: { question: 'Ask the department', correction: 'Report a mistake', reuse: 'Show what you made' },
  section: 'Questions and corrections',
  sectionLead: (days) => `No account is needed. The department answers within ${days} working days and then decides whether to publish it.`,
  none: 'No questions or corrections have been published yet.',
  earlier: (count) => `${count} earlier ones`,
  reuses: 'Who uses it',
  submittedOn: (date) => `Submitted ${date}`,
  answered: 'answered',
  declined: 'declined',
  confirmed: 'The department confirms the mistake',
  formLead: {
    question: 'What would you like to know about this record?',
    correction: 'What is wrong in this record? Say where the mistake is and how it should read.',
    reuse: 'What have you made with this record? Good examples are published for others to see.',
  },
  others: 'Something else: ',
  about: 'The record',
  rules: {
    answeredIn: (days) => `Answered within ${days} working days by `,
    inCharge: 'the department in charge',
    moderated: 'Nothing is public before the department answers; what is published is your text together with the answer.',
    privacy:
      'No account and no name are needed. Leave out telephone numbers, identity numbers and other personal data: a text with them is refused.',
  },
  labels: LABELS,
  textHelp: '10 to 2,000 characters; no personal data',
  addressHelp: 'Begins with https:// or http://; leave it empty if there is none',
  emailHelp: (months) =>
    `For one mail with the answer; the department does not see it, and it is deleted ${months} months after the end. You may leave it empty`,
  submit: 'Submit',
  leaveEmpty:
    'A box that people do not see should be empty, and is filled in. Switch off automatic filling in your browser and submit again.',
  flaw: (field) => `${LABELS[field]}: ${HINTS[field]}`,
  ask: {
    title: 'Ask for data or information',
    lead: 'Did you not find what you need? Tell us, and a department answers.',
    notFormal: 'This is not a formal request',
    notFormalText:
      'What you ask for here is answered as a service and starts no procedure under the Regulations on Open Government Information. A formal request (Articles 27 to 30) is made in writing, by letter or electronically, to the disclosure unit of the department, with your name, proof of identity and contact, the title, document number or other description of the information, and the form in which you want it.',
    unitsOf: 'How to reach disclosure units: see',
    departmentPage: 'the pages of the departments',
    what: 'Which data or information',
    whatHelp: 'One sentence, such as “opening hours of public toilets”',
    textLabel: 'More about it',
    textHelp: 'What for, which content, where and for which time; 10 to 2,000 characters, no personal data',
    department: 'Who should answer',
    departmentHelp: 'Leave it open if you do not know: the site hands it to the department in charge',
    unknownDepartment: 'I do not know; please hand it on',
    nearest: 'Perhaps in charge',
    allDepartments: 'All departments',
    days: (days) =>
      `The department answers within ${days} working days. Demands and answers are not published; you follow yours at the address you are given.`,
  },
  status: {
    title: (number) => `How ${number} stands`,
    keep: 'Keep the address of this page: it is the way to the answer, and nobody else knows it.',
    number: 'Number',
    kind: 'Kind',
    state: 'State',
    submitted: 'Submitted',
    due: 'To be answered',
    dueBy: (date) => `by ${date}`,
    late: (date) => `by ${date}; the department is late`,
    record: 'The record',
    department: 'Department',
    nobodyYet: 'The site is handing it to the department in charge',
    mailed: 'You will get a mail when there is an answer',
    yours: 'What you wrote',
    answer: 'Answer',
    reason: 'Why it was declined',
    isPublic: 'Published on the page of the record',
    formal: 'To make a formal request',
  },
};
