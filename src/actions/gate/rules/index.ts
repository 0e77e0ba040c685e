// All rules of the gate, in the order in which a person wants to hear of them.
import { blockRules } from './blocks.ts';
import { expressionRules } from './expressions.ts';
import { fileRules } from './files.ts';
import { identityRules } from './identities.ts';
import { jsonRules } from './json.ts';
import type { outputRule } from './output.ts';
import { policyRules } from './policies.ts';
import { resourceRules } from './resources.ts';
import { settingRules } from './settings.ts';
import { typeRules } from './types.ts';

export const gateRules = [
  ...fileRules,
  ...jsonRules,
  ...blockRules,
  ...settingRules,
  ...typeRules,
  ...expressionRules,
  ...identityRules,
  ...policyRules,
  ...resourceRules,
];

export type RuleId = (typeof gateRules)[number]['id'] | (typeof outputRule)['id'];
