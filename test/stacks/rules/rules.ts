// The one table of rules, and the rows of which a synthesized stack shows nothing.
import { apiRules } from './api.ts';
import { computeRules } from './compute.ts';
import { dataRules } from './data.ts';
import { experimentRules } from './experiments.ts';
import { networkRules } from './network.ts';
import { operationsRules } from './operations.ts';
import type { Rule } from './rule.ts';
import { secretsRules } from './secrets.ts';

export const rules: readonly Rule[] = [
  ...secretsRules,
  ...networkRules,
  ...computeRules,
  ...dataRules,
  ...apiRules,
  ...operationsRules,
  ...experimentRules,
];

/** How many defects the customer's first stack had. */
export const rowsInAll = 29;

export const notVisibleHere: Readonly<Record<number, string>> = {
  2: 'resources that do not exist: such a stack neither compiles nor passes `terraform validate`',
};
