import type { information as zh } from '../zh/information.js';

export const information: typeof zh = {
  help: (baseUrl) => ({
    title: 'Help',
    lead: 'How to find, understand and use what government publishes. Nothing needs an account or a plug-in.',
    parts: [
      {
        id: 'find',
        title: 'Finding',
        paragraphs: [
          'Write what you look for in the box, in Chinese and in whatever way you like: a few words, a question, the number of a document, pinyin or its initials.',
        ],
        points: [
          'Numbers of documents may be written in any style of brackets;',
          'departments may be called by their short or former names;',
          'quotation marks ask for the exact words, a minus before a word leaves it out;',
          'a field may be named, as in format:csv.',
        ],
      },
      {
        id: 'narrow',
        title: 'Too many results, or none',
        points: [
          'Filters beside the results can be combined; choosing one again takes it off;',
          'the labels below the box show what your words were taken for; “×” takes one away;',
          'when nothing is found the search is widened and says how; if there is still nothing, one click asks for the information;',
          'a search can be subscribed to, and its results exported as a table.',
        ],
      },
      {
        id: 'documents',
        title: 'Reading documents',
        points: [
          'A mark beside the title says when a document is amended, expired or repealed, and by which one;',
          'earlier versions and their differences are listed;',
          'printing follows the official layout; reading aloud uses the voice of your browser;',
          'the proof of publication carries a digital signature that anybody can check.',
        ],
      },
      {
        id: 'data',
        title: 'Using data',
        points: [
          'Tables can be read, filtered and charted on the page;',
          'every table can be downloaded as CSV, Excel, JSON or Parquet, in UTF-8;',
          'data that is open on conditions needs a short application, answered within a set number of working days;',
          'mistakes can be reported on the page of the data; the department has to answer in time, and in public.',
        ],
      },
      {
        id: 'reading',
        title: 'If you cannot see well or use a mouse',
        points: [
          '“Large text” at the top makes letters half as large again, with more contrast and a simpler page, and is remembered;',
          'everything works by keyboard alone: Tab moves on, Enter opens; the first link of each page skips the navigation; “/” goes to the search box, a shortcut that large text switches off;',
          'screen readers, text browsers and old phones work, with or without scripts.',
        ],
        ways: [{ href: '/accessibility', label: 'Accessibility statement' }],
      },
      {
        id: 'request',
        title: 'Information that is not public',
        paragraphs: [
          'Under Article 27 of the Regulations on Open Government Information everybody may request it from the organ that has it. Addresses and telephone numbers are on the pages of departments and in the guide to disclosure.',
        ],
        ways: [
          { href: '/disclosure', label: 'Guide to disclosure' },
          { href: '/departments', label: 'Departments' },
        ],
      },
      {
        id: 'developers',
        title: 'For developers',
        paragraphs: ['Reading needs no key. All interfaces show the same catalog.'],
        ways: [
          { href: '/docs', label: 'API documentation', note: 'REST; OpenAPI 3.1 at /openapi.json' },
          { href: '/graphql', label: 'GraphQL' },
          { href: '/catalog.ttl', label: 'DCAT catalog', note: 'Turtle; also JSON-LD, RDF/XML, data.json, OAI-PMH, CKAN' },
        ],
        code: `curl "${baseUrl}/api/v1/search?q=%E5%85%AC%E7%A7%AF%E9%87%91&kind=dataset"`,
      },
    ],
  }),
  about: (name) => ({
    title: 'About this site',
    lead: `${name} puts the catalog of government data and the documents that government must publish behind one search box.`,
    parts: [
      {
        id: 'what',
        title: 'What is here',
        points: [
          'Disclosure: documents, guides and annual reports that departments publish under the Regulations on Open Government Information;',
          'the catalog: which data each department holds, how fresh it is and who may use it;',
          'open data: tables to look at, query row by row, or download whole;',
          'transparency: whether departments publish in time and keep their data fresh, month by month.',
        ],
        ways: [
          { href: '/disclosure', label: 'Disclosure' },
          { href: '/transparency', label: 'Transparency' },
        ],
      },
      {
        id: 'promises',
        title: 'What we promise',
        points: [
          'Accurate: the department that owns a record reviews it, and mistakes are mended in public;',
          'reliable: every publication is signed, with a record of who changed what and when;',
          'complete: what the law lists is listed here item by item, gaps included;',
          'relevant: policies lead to their explanations, documents to data, old versions to new ones;',
          'timely: the twenty working days of the law are counted for each document;',
          'easy: no account, no plug-in; phones, keyboards and screen readers all work;',
          'findable: however you say it; and when it is not here, you learn where to ask;',
          'safe: personal data and marks of secrecy are looked for before publication, and pages call no other site.',
        ],
      },
      {
        id: 'privacy',
        title: 'Your privacy',
        paragraphs: [
          'Browsing, searching and downloading need no identity; there are no tracking scripts, and nobody records who you are. One cookie remembers the language and the size of text you chose. Mail addresses given for subscriptions or questions are kept encrypted and erased when they are no longer needed.',
        ],
      },
      {
        id: 'reuse',
        title: 'Using what is here',
        paragraphs: [
          'Documents may be republished with their source. The conditions of data stand on its page. For links that last, use the address given under “Cite”.',
        ],
      },
    ],
  }),
  accessibility: (name) => ({
    title: 'Accessibility',
    lead: `${name} is for everybody, whatever their age, sight or device.`,
    parts: [
      {
        id: 'standard',
        title: 'Standards',
        paragraphs: [
          'The site follows WCAG 2.2 AA, GB/T 37668-2019 and the design rules for older users of the Ministry of Industry and Information Technology, as Article 32 of the Law on Building a Barrier-free Environment asks.',
        ],
      },
      {
        id: 'what',
        title: 'What is done',
        points: [
          'Everything works by keyboard, with a visible focus in the order of the text;',
          'headings, landmarks, captions and labels let screen readers jump;',
          'text has a contrast of at least 4.5:1, and colour never carries meaning alone;',
          'pages enlarge to 400 % and fit 320 pixels; nothing but tables and charts scrolls sideways;',
          'the large-text mode is one switch away and remembered;',
          'charts stand beside tables with the same values;',
          'nothing plays, pops up or flashes by itself, and reduced motion is respected;',
          'searching, reading, downloading and sending forms work without scripts.',
        ],
      },
      {
        id: 'limits',
        title: 'What is not done yet',
        points: [
          'PDF files and scans of departments may not be readable for screen readers; their text is searched where it can be had;',
          'the English pages translate what the site says; documents and data are Chinese;',
          'reading aloud uses the voices of the browser, and some have no Chinese one.',
        ],
      },
      {
        id: 'tell',
        title: 'Tell us about barriers',
        paragraphs: [
          'Ask or report on the page of the record, or write to the department and ask for a form that you can use (Article 40 of the Regulations).',
        ],
        ways: [{ href: '/departments', label: 'Departments' }],
      },
    ],
  }),
  siteMap: 'Site map',
  siteMapLead: 'All parts of this site. There are many records: use the search box, or begin with a department or a topic.',
  siteMapColumns: 'Parts',
  siteMapTopics: 'By topic',
  siteMapDepartments: 'By department',
  siteMapPrograms: 'For programs',
  atom: 'What is new (Atom)',
  sitemapXml: 'List of addresses (sitemap.xml)',
};
