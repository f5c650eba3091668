/** From the ground up: who lives on a floor knows those below it, and neither its neighbours nor those above. */
const floors = [
  ['platform'],
  ['territory', 'audit', 'notify'],
  ['identity'],
  ['content'],
  ['catalogue', 'interchange'],
  ['enrolment', 'bank'],
  ['ledger', 'progress'],
  ['submission'],
  ['assessment'],
  ['marking'],
  ['grade'],
  ['regrade', 'appeal'],
  ['credential', 'report', 'analysis', 'publishing'],
  ['commands'],
];

const slice = '^api/src/(?!platform)([^/]+)/';
const door = '\\.(module|service|entity|policy|schema)\\.ts$';
const controller = '\\.controller\\.ts$';
const area = '^web/src/(?!api/|shell/|words/|ui/|styles/|question/|rubric/)([^/]+)/';
const tests = '\\.(spec|test|e2e)\\.tsx?$';
const never = (name, from, to, more = {}) => ({ name, severity: 'error', from, to, ...more });
const on = (levels) => `^api/src/(${levels.flat().join('|')})/`;
const looksDown = (floor, level) =>
  never(
    `${floor.join('-')}-looks-down`,
    { path: on(floor) },
    { path: on(floors.slice(level)), pathNot: '^api/src/$1/' },
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    never('no-cycles', {}, { circular: true }),
    ...floors.map(looksDown),
    never('everyone-has-a-floor', { path: '^api/src/[^/]+/', pathNot: on(floors) }, {}),
    never('slice-door', { path: slice }, { path: slice, pathNot: ['^api/src/$1/', door] }),
    never('schema-is-pure', { path: '\\.schema\\.ts$' }, { pathNot: ['(\\.schema|platform/schema)\\.ts$', '/zod/'] }),
    never(
      'policy-is-pure',
      { path: '\\.policy\\.ts$' },
      { pathNot: '\\.policy\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    never('nobody-imports-controllers', { pathNot: '\\.module\\.ts$' }, { path: controller }),
    never(
      'controllers-touch-no-database',
      { path: controller, pathNot: 'platform/health' },
      { path: ['platform/database', '/typeorm/'] },
    ),
    never('migrations-are-frozen', { path: '^migrations/' }, { pathNot: ['^migrations/', '/typeorm/'] }),
    never('web-knows-only-the-contract', { path: '^web/' }, { path: '^api/' }),
    never('web-areas-are-apart', { path: area }, { path: area, pathNot: '^web/src/$1/' }),
    never('code-knows-no-test', { path: '^(api|web)/src/', pathNot: tests }, { path: ['^test/', tests] }),
    never(
      'no-dev-deps',
      { path: '^(api|web)/src/', pathNot: tests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    never('no-unlisted-deps', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] }),
    never('no-orphans', { orphan: true, pathNot: '\\.(js|d\\.ts)$' }, {}),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
