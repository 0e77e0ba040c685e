// Plans that Terraform itself has made: the built-in provider is enough for that.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import { joinParts, renderPlanComment } from '../../../src/actions/plan/render/comment.ts';
import { describeWith } from '../../support/needs.ts';

jest.setTimeout(60_000);

const before = `
variable "password" {
  default   = "correct-horse-battery"
  sensitive = true
}
resource "terraform_data" "replaced" {
  input            = { size = 1, password = var.password }
  triggers_replace = [1]
}
resource "terraform_data" "old" { input = "moved" }
resource "terraform_data" "gone" { input = "gone" }
resource "terraform_data" "forgotten" { input = "forgotten" }
resource "terraform_data" "each" {
  for_each = toset(["a", "b"])
  input    = "each"
}
output "password" {
  value     = var.password
  sensitive = true
}
`;

const after = `
variable "password" {
  default   = "another-horse-battery"
  sensitive = true
}
resource "terraform_data" "replaced" {
  input            = { size = 2, password = var.password }
  triggers_replace = [2]
}
resource "terraform_data" "new" { input = "moved" }
moved {
  from = terraform_data.old
  to   = terraform_data.new
}
removed {
  from = terraform_data.forgotten
  lifecycle { destroy = false }
}
resource "terraform_data" "each" {
  for_each = toset(["a"])
  input    = "changed"
}
resource "terraform_data" "leak" { input = "uses \${nonsensitive(var.password)}" }
check "health" {
  assert {
    condition     = terraform_data.new.input == "healthy"
    error_message = "it is \${terraform_data.new.input}"
  }
}
output "password" {
  value     = var.password
  sensitive = true
}
`;

describeWith(['terraform'], "Terraform's own plan", () => {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-plan-'));
  const terraform = (...args: readonly string[]) =>
    execFileSync('terraform', args, {
      cwd: folder,
      env: { ...process.env, CHECKPOINT_DISABLE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let json = Buffer.alloc(0);

  beforeAll(() => {
    writeFileSync(join(folder, 'main.tf'), before);
    terraform('init', '-input=false');
    terraform('apply', '-auto-approve', '-input=false');
    writeFileSync(join(folder, 'main.tf'), after);
    terraform('plan', '-input=false', '-out=plan');
    json = terraform('show', '-json', 'plan');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is read and shown, with no secret in it', () => {
    const plan = readPlan(json);
    const comment = joinParts(renderPlanComment([{ title: 'real', plan }]));
    expect(comment).not.toContain('horse-battery');
    expect(comment.replace(/digest `\w+`/, 'digest').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')).toMatchInlineSnapshot(`
"**Plan: 1 to add, 1 to change, 1 to replace, 2 to destroy** · digest

Also: 1 to move, 1 to forget, 1 output to change, 1 check failed.

> [!CAUTION]
> **3 resources destroyed or replaced, none of a type known to hold data**
> - **destroy** \`terraform_data.each["b"]\` · its key is no longer in for_each
> - **destroy** \`terraform_data.gone\` · no longer in the configuration
> - **replace** \`terraform_data.replaced\` · forced by \`triggers_replace\` · destroyed before the new one is there

> [!WARNING]
> **1 check failed**
> - \`check.health\`: it is moved

<details><summary><code>terraform_data</code>: 2 to destroy, 1 to replace, 1 to forget, 1 to change, 1 to add, 1 to move or import</summary>

**\`-\` destroy**

\`terraform_data.each["b"]\` · its key is no longer in for_each

\`\`\`diff
  id: "UUID"
\`\`\`

\`terraform_data.gone\` · no longer in the configuration

\`\`\`diff
  id: "UUID"
\`\`\`

**\`-/+\` replace**

\`terraform_data.replaced\` · forced by \`triggers_replace\` · destroyed before the new one is there

\`\`\`diff
! input.password: (sensitive), changed
! input.size: 1 -> 2
- triggers_replace[0]: 1  # forces replacement
+ triggers_replace[0]: 2  # forces replacement
  known after apply: id, output
\`\`\`

**\`.\` forget (it stays, Terraform no longer manages it)**

\`terraform_data.forgotten\` · no longer in the configuration

\`\`\`diff
  id: "UUID"
\`\`\`

**\`~\` change**

\`terraform_data.each["a"]\`

\`\`\`diff
! input: "each" -> "changed"
! output: "each" -> (known after apply)
\`\`\`

**\`+\` add**

\`terraform_data.leak\`

\`\`\`diff
+ input: "uses (sensitive)"
  known after apply: id, output
\`\`\`

**\`=\` only move or import**

\`terraform_data.new\` · moved from \`terraform_data.old\`

</details>

<details><summary>Outputs: 1</summary>

change \`password\`

\`\`\`diff
! password: (sensitive), changed
\`\`\`

</details>"
`);
  });

  test('has the same digest when it is made again', () => {
    terraform('plan', '-input=false', '-out=again');
    expect(readPlan(terraform('show', '-json', 'again')).digest).toBe(readPlan(json).digest);
  });
});
