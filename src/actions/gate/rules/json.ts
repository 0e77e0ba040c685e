// How the file may be written: so that Terraform cannot read something else in it than the gate does.
import type { JsonProblemKind } from '../strict-json.ts';
import { defineRules, type GateContext } from './rule.ts';

const problemsOf =
  (kind: JsonProblemKind) =>
  ({ problems }: GateContext) =>
    problems.filter((problem) => problem.kind === kind);

export const jsonRules = defineRules([
  {
    id: 'json/invalid',
    title: 'The stack must be plain JSON in UTF-8',
    why: 'Comments, a byte order mark or broken characters are read differently by different parsers.',
    next: 'Let cdktf write the file; do not edit it.',
    check: problemsOf('invalid'),
  },
  {
    id: 'json/duplicate-key',
    title: 'A key may stand in an object only once',
    why: 'Terraform merges two blocks of the same name; a reader of JSON sees only the last of them.',
    next: 'Let cdktf write the file; do not edit it.',
    check: problemsOf('duplicate-key'),
  },
  {
    id: 'json/strange-text',
    title: 'Texts must be what they seem to be',
    why: 'Invisible, unassigned and non-normalized characters let a reviewer read something else than Terraform does.',
    next: 'Write the text with visible characters in normal form NFC.',
    check: problemsOf('strange-text'),
  },
  {
    id: 'json/too-large',
    title: 'Texts, levels and resources stay within limits',
    why: 'Whatever reads the stack with credentials could be brought down by it.',
    next: 'Make it smaller, or raise the limits of the gate in a change of its own.',
    check: (context) => {
      const { document, policy } = context;
      const resources = document.blocks.length;
      const tooMany = resources > policy.limits.resources;
      const reason = `it has ${resources} resources and data sources; at most ${policy.limits.resources} are read`;
      return [...problemsOf('too-large')(context), ...(tooMany ? [{ at: [], reason }] : [])];
    },
  },
]);
