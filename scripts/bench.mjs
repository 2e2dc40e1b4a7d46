// `npm run bench` measures the catalog with the embedded engine, `npm run bench -- search` the search engines.
const [, , name] = process.argv;
await import(name === 'search' ? '../dist/bench/search/main.js' : '../dist/bench/main.js');
