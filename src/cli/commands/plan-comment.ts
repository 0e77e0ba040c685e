// `opsdeck plan-comment`: prints what a pull request's comment would say about a plan, from its JSON.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { defineCommand } from 'citty';
import { readConstructPaths } from '../../actions/plan/construct-paths.ts';
import { planDigest } from '../../actions/plan/digest.ts';
import type { StackPlan } from '../../actions/plan/model.ts';
import { readPlan } from '../../actions/plan/read/read-plan.ts';
import { joinParts, renderPlanComment, renderSummary } from '../../actions/plan/render/comment.ts';
import { summarise } from '../../actions/plan/summarise.ts';
import { failure } from '../../define/failure.ts';

export const planCommentCommand = defineCommand({
  meta: {
    name: 'plan-comment',
    description: 'Print a plan as its pull request would show it: ranked by risk, redacted, at most 60,000 characters',
  },
  args: {
    file: {
      type: 'positional',
      required: false,
      default: '-',
      description: 'What "terraform show -json PLANFILE" prints; - for standard input',
    },
    stack: {
      type: 'string',
      valueHint: 'DIR',
      description: "The stack's folder of synthesized Terraform JSON: groups by construct",
    },
    title: { type: 'string', default: 'plan', description: 'Name of the stack: part of the digest' },
    full: { type: 'boolean', default: false, description: 'All of it, as in the step summary: at most 1,024 kB' },
    digest: { type: 'boolean', default: false, description: 'Only the digest of what would change' },
    json: { type: 'boolean', default: false, description: 'Only the counts and the digest, as JSON' },
  },
  run: async ({ args }) => {
    const bytes = args.file === '-' ? await readInput() : await read(args.file, 'Check the path of the plan JSON.');
    const constructPaths = args.stack === undefined ? undefined : await readStack(args.stack);
    const plan: StackPlan = {
      title: args.title,
      plan: readPlan(bytes),
      ...(constructPaths === undefined ? {} : { constructPaths }),
    };
    process.stdout.write(`${render(plan, args)}\n`);
  },
});

interface Wanted {
  readonly full: boolean;
  readonly digest: boolean;
  readonly json: boolean;
}

function render(plan: StackPlan, { full, digest, json }: Wanted): string {
  if (json) return JSON.stringify({ ...summarise(plan.plan), digest: planDigest([plan]) });
  if (digest) return planDigest([plan]);
  return full ? renderSummary([plan]) : joinParts(renderPlanComment([plan]));
}

async function readInput(): Promise<Uint8Array> {
  if (!process.stdin.isTTY) return buffer(process.stdin);
  throw failure({
    code: 'cli/usage',
    what: 'No plan was given: neither a file nor anything on standard input.',
    next: 'Run "terraform show -json PLANFILE | opsdeck plan-comment", or give the path of a file with that.',
  });
}

async function readStack(folder: string): Promise<ReadonlyMap<string, string>> {
  const file = join(folder, 'cdk.tf.json');
  const bytes = await read(file, 'Give the folder of one stack, for example cdktf.out/stacks/platform.');
  try {
    return readConstructPaths(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw failure({ code: 'plan/bad-stack', what: `${file} is not JSON.`, next: 'Synthesize the stack again.', cause });
  }
}

async function read(file: string, next: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw failure({ code: 'plan/unreadable-file', what: `Cannot read ${file}: ${reason}.`, next, cause });
  }
}
