// Variables that constructs ask whoever applies for: each name once a stack, however many ask.
import { TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';

export interface StackVariable {
  readonly description: string;
  /** Of the whole value. */
  readonly pattern: string;
  /** Without one it has to be given. */
  readonly default?: string;
}

/** @returns a reference to its value */
export function stackVariable(scope: Construct, name: string, { pattern, ...config }: StackVariable): string {
  const stack = TerraformStack.of(scope);
  const known = stack.node.tryFindChild(name);
  if (known instanceof TerraformVariable) return known.stringValue;
  const variable = new TerraformVariable(stack, name, { type: 'string', ...config });
  variable.addValidation({
    condition: `\${can(regex("${pattern}", var.${name}))}`,
    errorMessage: `Expected: ${config.description}`,
  });
  return variable.stringValue;
}

/** `owner/name` */
export const repositoryForm = '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$';

/** Of EventBridge's way to GitHub: the token lies in a connection that a person makes, because the provider would keep it in the state. */
export function dispatchVariables(scope: Construct): { readonly connectionArn: string; readonly repository: string } {
  return {
    connectionArn: stackVariable(scope, 'github_dispatch_connection_arn', {
      description: 'ARN of the EventBridge connection to GitHub that a person has made; see docs/drills.md',
      pattern: '^arn:aws:events:[a-z0-9-]+:[0-9]{12}:connection/',
    }),
    repository: stackVariable(scope, 'github_repository', {
      description: 'The repository whose workflow is started: owner/name',
      pattern: repositoryForm,
    }),
  };
}
