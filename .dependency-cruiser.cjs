// Which way dependencies point (docs in each module's README):
// entry → graphql assembly → portal → interop → transparency → subscription, feedback, disclosure → search, data → catalog → audit, identity, department, vocabulary → platform → kernel.
const layers = [
  ['kernel'],
  ['platform'],
  ['audit', 'identity', 'department', 'vocabulary'],
  ['catalog'],
  ['search', 'data'],
  ['subscription', 'feedback', 'disclosure'],
  ['transparency'],
  ['interop'],
  ['portal'],
];

const pathOf = (names) => `^src/modules/(${names.join('|')})/`;

const upward = layers.slice(0, -1).map((layer, index) => ({
  name: `${layer.join('-')}-knows-nothing-above-it`,
  severity: 'error',
  from: { path: pathOf(layer) },
  to: { path: [pathOf(layers.slice(index + 1).flat()), '^src/graphql/', '^src/[^/]+$', '^src/command/'] },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'modules-have-one-door',
      comment: 'Other modules enter a module through its index.ts alone.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/(?!kernel/|platform/)([^/]+)/.+', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'parts-of-platform-have-one-door',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: '^src/modules/platform/' },
      to: {
        path: '^src/modules/platform/[^/]+/.+',
        pathNot:
          '^src/modules/platform/(access|config|database|database/embedded|file|graphql|health|http|inspection|job|logging|mail|metrics|outbound|outbox|reading|secret|signing|text-extraction)/index\\.ts$',
      },
    },
    {
      name: 'database-only-in-repositories',
      comment: 'SQL lives in repositories, entities and platform/database.',
      severity: 'error',
      from: {
        path: '^src/modules/',
        pathNot: [
          '\\.(repository|entity)\\.ts$',
          '^src/modules/platform/(database|outbox|health)/',
          '^src/modules/search/engines/postgres/',
          '\\.(spec|test)\\.ts$',
        ],
      },
      to: { path: 'node_modules/(pg|pg-copy-streams)/' },
    },
    {
      name: 'elasticsearch-only-in-its-engine',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/modules/search/engines/elasticsearch/' },
      to: { path: 'node_modules/@elastic/' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^(src|migrations)/' }, to: { couldNotResolve: true, pathNot: '^#' } },
    {
      name: 'no-dev-dependencies-at-run-time',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.(spec|test)\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: ['^test/', '\\.spec\\.tsx?$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    exclude: { path: '^(dist|samples)/' },
  },
};
