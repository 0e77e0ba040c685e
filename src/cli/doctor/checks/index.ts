// Every check of the doctor, in the order in which they are told.
import type { Check } from '../findings.ts';
import { awsChecks } from './aws.ts';
import { gitHubChecks } from './github.ts';
import { machineChecks } from './machine.ts';
import { workflowChecks } from './workflows.ts';

export const checks: readonly Check[] = [...machineChecks, ...awsChecks, ...gitHubChecks, ...workflowChecks];
