// The verdict in words: for the pull request and for a terminal, with hostile text made harmless.
import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../src/actions/gate/gate.ts';
import type { OutputVerdict } from '../../../src/actions/gate/output.ts';
import { renderGate, renderGateText } from '../../../src/actions/gate/render.ts';

const subject = { layer: 'service', environment: 'staging', service: 'app', region: 'eu-west-2' } as const;

const refusal: Refusal = {
  rule: 'type/resource',
  constructPath: 'service/evil/x',
  address: 'null_resource.x',
  jsonPath: 'resource.null_resource.x',
  reason: 'Only resource types of the list: "null_resource" is not on the list of a service.',
  next: 'Have the type added to the list on the base branch, in a change of its own.',
};

const accepted: OutputVerdict = {
  stacks: [
    {
      folder: 'stacks/platform',
      subject: { ...subject, layer: 'platform' },
      verdict: { kind: 'accepted', stack: 'platform', resources: 227 },
    },
  ],
  refusals: [],
  missing: [],
  leftOut: ['stacks/bootstrap'],
};

function refused(...refusals: readonly Refusal[]): OutputVerdict {
  return {
    ...accepted,
    leftOut: [],
    stacks: [...accepted.stacks, { folder: 'stacks/service', subject, verdict: { kind: 'refused', stack: 'service', refusals } }],
  };
}

test('accepted', () => {
  expect(renderGate(accepted)).toMatchInlineSnapshot(`
"### ✅ Synth gate: passed

- \`stacks/platform\`: 227 resources"
`);
  expect(renderGateText(accepted)).toMatchInlineSnapshot(`
"✔ stacks/platform: accepted, 227 resources
- stacks/bootstrap: left out; not judged, not to be planned"
`);
});

test('refused', () => {
  expect(renderGate(refused(refusal))).toMatchInlineSnapshot(`
"### ⛔ Synth gate: refused

Nothing of it was planned. The rules that refused it are those of the base branch.

- \`stacks/platform\`: 227 resources

**\`stacks/service\`: 1 refusal**

- \`type/resource\` at \`service/evil/x\` = \`null_resource.x\`<br>Only resource types of the list: "null\\_resource" is not on the list of a service.<br>→ Have the type added to the list on the base branch, in a change of its own."
`);
  expect(renderGateText(refused(refusal))).toMatchInlineSnapshot(`
"✔ stacks/platform: accepted, 227 resources
✖ stacks/service: 1 refusal
  type/resource  service/evil/x = null_resource.x
    Only resource types of the list: "null_resource" is not on the list of a service.
    → Have the type added to the list on the base branch, in a change of its own."
`);
});

test('what is wrong with the whole comes first', () => {
  const whole = { ...refusal, rule: 'stack/unexpected', constructPath: '', jsonPath: '' } as const;
  const { address: _none, ...without } = whole;
  expect(renderGateText({ ...refused(refusal), refusals: [without] }).split('\n')[1]).toBe('✖ all of it: 1 refusal');
});

test('more than twenty are counted', () => {
  const many = Array.from({ length: 33 }, () => refusal);
  expect(renderGate(refused(...many))).toMatch(/and 13 more$/);
  expect(renderGateText(refused(...many))).toMatch(/and 13 more$/);
});

describe('hostile text', () => {
  const hostile = {
    ...refusal,
    constructPath: 'x`\n# y',
    reason: '<img src=x> @octocat #1 [a](https://evil.example) `b` **c**\n\n# d \u202e',
  };

  test('is neither markup nor a mention nor a link', () => {
    const row = renderGate(refused(hostile)).split('\n').at(-1);
    expect(row).toMatchInlineSnapshot(
      `"- \`type/resource\` at \`\`x\`\\n# y\`\` = \`null_resource.x\`<br>\\<img src=x\\> \`@\`octocat \`#\`1 \\[a\\]\\(\`https:\`//evil.example\\) \\\`b\\\` \\*\\*c\\*\\*\\\\n\\\\n\\# d \\\\u\\{202e\\}<br>→ Have the type added to the list on the base branch, in a change of its own."`,
    );
  });

  test('moves no cursor', () => {
    expect(renderGateText(refused({ ...hostile, reason: '\u001b[2Jgone\r\nx' }))).toContain('    \\u{1b}[2Jgone\\r\\nx\n');
  });
});
