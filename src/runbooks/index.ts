// Every runbook there is, in the order of their files; written by `npx projen`.
import type { Runbook } from './asking.ts';

export const runbooks: readonly Runbook[] = [
];
