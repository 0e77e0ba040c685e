// Which variables the workflows of a repository read: by the table, and by the files themselves.
import { imageVariable, type VariableRule, variableRules } from '../../define/github-settings.ts';
import type { Wanted, WorkflowFile } from './facts.ts';

/** Those of the layout that its files mention. A name that no table has is what somebody calls the variable of the image. */
export function applyingVariables(files: readonly WorkflowFile[], { layout }: Pick<Wanted, 'layout'>): readonly VariableRule[] {
  const read = new Set(files.flatMap(({ text }) => [...text.matchAll(/\bvars\.(\w+)/g)].map(([, name = '']) => name)));
  const ofLayout = variableRules.filter(({ unset }) => unset[layout] !== 'unread');
  if (read.size === 0) return ofLayout;
  const image = variableRules.find(({ name }) => name === imageVariable);
  const renamed = [...read].filter((name) => !variableRules.some((rule) => rule.name === name));
  return [...ofLayout.filter(({ name }) => read.has(name)), ...(image ? renamed.map((name) => ({ ...image, name })) : [])];
}
