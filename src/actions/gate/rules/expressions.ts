// What expressions may do: compute from the stack's own values, and nothing that reads files or cannot be read itself.
import type { TemplateText } from '../document.ts';
import type { Facts } from '../expression.ts';
import type { GatePolicy } from '../policy.ts';
import { defineRules, type Finding, quoted } from './rule.ts';

export const expressionRules = defineRules([
  {
    id: 'expression/unreadable',
    title: 'Expressions must be plain',
    why: 'What the gate cannot read to its end, it cannot judge.',
    next: 'Compute it in TypeScript, and leave the result.',
    check: ({ document }) =>
      document.templates.flatMap(({ at, template }) => (template.kind === 'unreadable' ? [{ at, reason: template.reason }] : [])),
  },
  {
    id: 'expression/in-key',
    title: 'Keys are written out',
    why: 'Terraform evaluates keys of maps, too; a computed key is one that no rule can look for.',
    next: 'Write the key as plain text.',
    check: ({ document }) =>
      document.templates
        .filter(
          ({ isKey, template }) =>
            isKey && (template.kind === 'unreadable' || template.segments.some(({ kind }) => kind === 'expression')),
        )
        .map(({ at, text }) => ({ at, reason: `${quoted(text)} is an expression` })),
  },
  {
    id: 'expression/function',
    title: 'Only functions that compute',
    why: 'file, templatefile and their kin read the files of the runner; nonsensitive prints what is secret.',
    next: 'Compute it in TypeScript, and leave the result.',
    check: ({ document, policy }) =>
      factsIn(document.templates, ({ calls }) =>
        calls.filter((name) => !policy.functions.includes(name)).map((name) => `${quoted(name)} is called`),
      ),
  },
  {
    id: 'expression/reference',
    title: "Expressions refer to the stack's own values",
    why: 'path and terraform tell about the runner; what is not on the list of types cannot be referred to either.',
    next: 'Refer to a variable, a resource or a data source of the stack.',
    check: ({ document, policy }) =>
      factsIn(document.templates, ({ references }) =>
        references.filter((steps) => !isKnown(steps, policy)).map((steps) => `it refers to ${quoted(steps.join('.'))}`),
      ),
  },
]);

function factsIn(templates: readonly TemplateText[], reasonsOf: (facts: Facts) => readonly string[]): readonly Finding[] {
  return templates.flatMap(({ at, template }) =>
    template.kind === 'read'
      ? template.segments
          .flatMap((segment) => (segment.kind === 'expression' ? reasonsOf(segment) : []))
          .map((reason) => ({ at, reason }))
      : [],
  );
}

function isKnown([root = '', second = '', ...rest]: readonly string[], policy: GatePolicy): boolean {
  if (root === 'var') return second !== '';
  if (root === 'local') return second !== '' && policy.blocks.includes('locals');
  if (root === 'data') return Object.hasOwn(policy.dataTypes, second) && rest.length > 0;
  if (root === 'ephemeral') return Object.hasOwn(policy.ephemeralTypes, second) && rest.length > 0;
  return policy.resourceTypes.includes(root) && second !== '';
}
