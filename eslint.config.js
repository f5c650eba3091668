import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import ts from 'typescript-eslint';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment in platform/config.ts only.',
};
const clock = {
  selector:
    ":matches(NewExpression[arguments.length=0], MemberExpression[property.name='now']) > Identifier[name='Date']",
  message: 'Ask now() of platform/clock.ts.',
};
const barrel = { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' };
const save = {
  selector: "CallExpression[callee.property.name='save']",
  message: 'insert() or update(): save() selects first and walks relations.',
};

export default defineConfig(
  { ignores: ['**/dist/', '**/*.js', 'web/src/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  { files: ['web/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['web/**/*.tsx'],
    rules: {
      // Tables that turn into cards change `display`, which takes their roles away unless they are written.
      'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
      'jsx-a11y/no-redundant-roles': 'off',
      'jsx-a11y/no-noninteractive-tabindex': 'off', // what scrolls must be reached by keyboard
    },
  },
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess leaves us a few
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // entities are rows
      '@typescript-eslint/only-throw-error': ['error', { allow: ['DataWithResponseInit', 'Response'] }], // React Router's data() and redirect()
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': ['error', environment, clock, barrel, save],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
    },
  },
  { files: ['api/src/platform/config.ts'], rules: { 'no-restricted-syntax': ['error', clock, barrel, save] } },
  {
    files: ['api/src/platform/clock.ts', 'web/src/ui/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, barrel, save] },
  },
  {
    files: ['test/**', '**/*.spec.ts', '**/*.test.tsx'],
    rules: {
      '@typescript-eslint/no-misused-spread': 'off', // entities are rows
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off', // the bodies of answers are what the test is about to find out
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-restricted-syntax': ['error', barrel, save],
    },
  },
);
