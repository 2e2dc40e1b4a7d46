// `npm run bench` measures the catalog with the embedded engine, `npm run bench -- search` the search engines,
// `npm run bench -- workflow` publishing through review and signature, and the verification of a long audit log,
// `npm run bench -- upload` taking in a file of 1 GB, `npm run bench -- rows` tables of ten million rows,
// `npm run bench -- attack` what visitors notice of questions of death and of bodies that trickle,
// `npm run bench -- pages` pages beside the JSON API for the same content,
// `npm run bench -- interop` dumps of the whole catalog by every protocol, and package_search beside our own search.
const PROGRAMS = {
  search: '../dist/bench/search/main.js',
  workflow: '../dist/bench/workflow.js',
  upload: '../dist/bench/upload.js',
  rows: '../dist/bench/rows.js',
  attack: '../dist/bench/attack.js',
  interop: '../dist/bench/interop.js',
  pages: '../dist/bench/pages.js',
};
const [, , name] = process.argv;
await import(PROGRAMS[name] ?? '../dist/bench/main.js');
