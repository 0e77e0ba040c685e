// Makes runbooks over the ports that there are: `const { runbook, step } = asking({ desired: {...} });`.
import { type AnyRunbook, runbooksOver } from '../define/runbook.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';

export const asking = runbooksOver<RunbookPorts>();

export type Runbook = AnyRunbook<RunbookPorts>;
