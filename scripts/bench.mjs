// `npm run bench` measures the catalog with the embedded engine, `npm run bench -- search` the search engines,
// `npm run bench -- workflow` publishing through review and signature, and the verification of a long audit log.
const PROGRAMS = { search: '../dist/bench/search/main.js', workflow: '../dist/bench/workflow.js' };
const [, , name] = process.argv;
await import(PROGRAMS[name] ?? '../dist/bench/main.js');
