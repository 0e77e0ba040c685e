// The linter's and formatter's settings: what the compiler cannot see and a reviewer should not have to.
import type { javascript } from 'projen';

type Level = 'error' | 'warn' | 'off';
const on: Level = 'error';

/** Only the stacks may know cdktf: replacing it by its successor then stays a change of one folder. */
const cdktfOutsideOfStacks = {
  level: on,
  options: {
    patterns: [{ group: ['cdktf', 'cdktf/**', '@cdktf/**', 'constructs'], message: 'Only src/stacks may import cdktf.' }],
  },
};

/** Past forty, a second idea hides in there; past sixty, it is said why it stays. */
const shortFunctions = { level: on, options: { maxLines: 60, skipBlankLines: true } };

export const codeStyle = {
  version: '2.5.15',
  biomeConfig: {
    files: { includes: ['bin/**', 'bench/**', 'docs/**/*.ts'] },
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 130 },
    javascript: { formatter: { quoteStyle: 'single', trailingCommas: 'all' } },
    linter: {
      rules: {
        complexity: { noExcessiveCognitiveComplexity: { level: on, options: { maxAllowedComplexity: 15 } } },
        correctness: { noUnusedImports: on, noUnusedVariables: on },
        nursery: { noFloatingPromises: on },
        style: {
          noDefaultExport: on,
          noNonNullAssertion: on,
          noParameterAssign: on,
          useConst: on,
          useImportType: on,
          useNodejsImportProtocol: on,
          useTemplate: on,
        },
        suspicious: { noConsole: { level: on, options: { allow: ['error'] } }, noTemplateCurlyInString: 'off' },
      },
    },
    overrides: [
      // What a test describes may be long; what it describes may not.
      { includes: ['src/**'], linter: { rules: { complexity: { noExcessiveLinesPerFunction: shortFunctions } } } },
      { includes: ['test/support/*.mjs'], linter: { rules: { style: { noDefaultExport: 'off' } } } },
      {
        includes: ['src/**', '!src/stacks/**'],
        linter: { rules: { style: { noRestrictedImports: cdktfOutsideOfStacks } } },
      },
    ],
  },
} as unknown as javascript.BiomeOptions;
