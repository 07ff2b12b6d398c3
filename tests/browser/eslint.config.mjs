// Rules for the scripts of the page, which are one script there: see .ci/run.
const BROWSER =
  'Blob CSS DecompressionStream FileReader Path2D Response URL URLSearchParams XMLSerializer atob document getComputedStyle history location matchMedia navigator setTimeout vis window';

export default [
  {
    languageOptions: { ecmaVersion: 2024, sourceType: 'script', globals: Object.fromEntries(BROWSER.split(' ').map((name) => [name, 'readonly'])) },
    rules: {
      'array-callback-return': 'error',
      eqeqeq: 'error',
      'no-const-assign': 'error',
      'no-control-regex': 'error',
      'no-dupe-keys': 'error',
      'no-duplicate-case': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-redeclare': 'error',
      'no-undef': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
];
