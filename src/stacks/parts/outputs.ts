// Outputs of a stack under exactly the names that people and tools ask for.
import { TerraformOutput, type TerraformStack } from 'cdktf';

export function outputs(stack: TerraformStack, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) new TerraformOutput(stack, name, { value, staticId: true });
}
