// Turns synthesized resources into lines that a person can read in a snapshot.
import { grantsOf, type Statement, statementsIn } from './iam.ts';
import { at } from './json.ts';
import { below, one, type Resource, type Stack } from './stack.ts';

/** `path: value value`, one line a resource; references are written as the construct path that they lead to. */
export function outline(stack: Stack, resources: readonly Resource[], ...paths: readonly string[]): string {
  const lines = resources.map(({ path, body }) => {
    const values = paths.map((each) => readable(stack, at(body, each))).filter((text) => text !== '');
    return [`${path}:`, ...values].join(' ');
  });
  return lines.join('\n');
}

/** What a construct consists of: `type path` lines. */
export function parts(stack: Stack, path: string): string {
  return below(stack, path)
    .map((resource) => `${resource.type.replace('aws_', '')} ${resource.path}`)
    .join('\n');
}

export function readable(stack: Stack, value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text
    .replaceAll(/\$\{data\.aws_caller_identity\.[\w.-]+\}/g, '<account>')
    .replaceAll(/\$\{data\.aws_ssm_parameter\.([\w-]+)\.insecure_value\}/g, (_all, id) => `<${parameterOf(stack, id)}>`)
    .replaceAll(/\$\{(?:data\.)?(aws_\w+)\.([\w-]+)\.([\w.[\]]+)\}/g, (_all, type, id, attribute) => {
      return `<${pathOf(stack, type, id)} ${attribute}>`;
    });
}

function pathOf(stack: Stack, type: string, id: string): string {
  const found = [...stack.resources, ...stack.data].find((resource) => resource.type === type && resource.id === id);
  if (!found) throw new Error(`${stack.label} refers to ${type}.${id}, which it does not have`);
  return found.path;
}

function parameterOf(stack: Stack, id: string): unknown {
  return stack.data.find((read) => read.type === 'aws_ssm_parameter' && read.id === id)?.body.name;
}

/** What the role at the path may do: `Allow a, b on x`. */
export function grants(stack: Stack, rolePath: string): string {
  return statements(stack, grantsOf(stack, one(stack, 'aws_iam_role', `${rolePath}/role`)));
}

/** Who else may do what: the policy of a key, a bucket, a topic. */
export function policyOf(stack: Stack, type: string, path: string): string {
  return statements(stack, statementsIn(one(stack, type, path).body.policy));
}

function statements(stack: Stack, all: readonly Statement[]): string {
  return all.map((each) => line(stack, each)).join('\n');
}

function line(stack: Stack, { effect, principals, actions, resources, condition }: Statement): string {
  const who = principals.length > 0 ? ` ${principals.join(', ')}:` : '';
  const where = resources.map((resource) => readable(stack, resource));
  const tests = Object.entries(condition).flatMap(([operator, byKey]) =>
    Object.entries(byKey).map(([key, wanted]) => `${key} ${operator} ${readable(stack, wanted)}`),
  );
  return [`${effect}${who} ${wrapped(actions)} on ${wrapped(where)}`, ...tests.map((each) => `  if ${each}`)].join('\n');
}

/** In one line what fits there, and one below the other what does not. */
function wrapped(words: readonly string[]): string {
  const inOneLine = words.join(', ');
  return inOneLine.length <= 90 ? inOneLine : words.map((word) => `\n    ${word}`).join('');
}
