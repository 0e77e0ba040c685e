// What is written from an action's contract.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { contracts } from '../../src/actions/contracts.ts';
import { contract } from '../../src/define/contract.ts';
import { actionYml, readme } from '../../src/projen/action-files.ts';

const example = contract({
  name: 'example',
  title: 'Opsdeck example',
  about: 'Shows what is derived.',
  inputs: {
    stack: { kind: 'text', about: 'A name', required: true },
    mode: { kind: 'choice', about: 'What to do', choices: ['plan', 'drift'], default: 'plan' },
    labels: { kind: 'list', about: 'Names', default: ['a', 'b'] },
  },
  outputs: { digest: { about: 'Of the plan' } },
  permissions: { contents: 'read', 'id-token': 'write' },
  role: 'plan',
  triggers: ['pull_request'],
  post: true,
});

test('action.yml', () => {
  expect(actionYml(example)).toMatchInlineSnapshot(`
    {
      "branding": {
        "color": "purple",
        "icon": "activity",
      },
      "description": "Shows what is derived.",
      "inputs": {
        "labels": {
          "default": "a,b",
          "description": "Names",
          "required": false,
        },
        "mode": {
          "default": "plan",
          "description": "What to do: \`plan\`, \`drift\`",
          "required": false,
        },
        "stack": {
          "description": "A name",
          "required": true,
        },
      },
      "name": "Opsdeck example",
      "outputs": {
        "digest": {
          "description": "Of the plan",
        },
      },
      "runs": {
        "main": "../../dist/example.js",
        "post": "../../dist/example-post.js",
        "post-if": "always()",
        "using": "node24",
      },
    }
  `);
});

test('README.md', () => {
  expect(readme(example)).toMatchInlineSnapshot(`
    "# Opsdeck example

    Shows what is derived.

    \`\`\`yaml
    jobs:
      example:
        permissions:
          contents: read
          id-token: write
        environment: plan # its OIDC subject is what the role trusts
        steps:
          - uses: OWNER/opsdeck/actions/example@COMMIT
    \`\`\`

    Made for \`pull_request\`. Acts as the AWS role \`opsdeck-plan\`.

    ## Inputs

    | input | | default |
    |---|---|---|
    | \`stack\` | A name | **required** |
    | \`mode\` | What to do: \`plan\`, \`drift\` | \`plan\` |
    | \`labels\` | Names | \`a,b\` |

    ## Outputs

    | output | |
    |---|---|
    | \`digest\` | Of the plan |
    "
  `);
});

describe.each(contracts)('actions/$name', (definition) => {
  test('is written from its contract', () => {
    expect(parse(readFileSync(`actions/${definition.name}/action.yml`, 'utf8'))).toEqual(actionYml(definition));
  });

  test('runs what is committed', () => {
    const { main, post } = (actionYml(definition) as { runs: { main: string; post?: string } }).runs;
    for (const file of [main, post]) {
      if (file) expect(readFileSync(`actions/${definition.name}/${file}`, 'utf8')).toContain('createRequire');
    }
  });
});
