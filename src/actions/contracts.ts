// Every action there is; action.yml, READMEs and bundles derive from this list.
import { applyContract } from './apply/contract.ts';
import { chatopsContract } from './chatops/contract.ts';
import { deployContract } from './deploy/contract.ts';
import { environmentContract } from './environment/contract.ts';
import { gameDayContract } from './game-day/contract.ts';
import { gateContract } from './gate/contract.ts';
import { kpiContract } from './kpi/contract.ts';
import { planContract } from './plan/contract.ts';
import { previewContract } from './preview/contract.ts';
import { runbookContract } from './runbook/contract.ts';

export const contracts = [
  applyContract,
  chatopsContract,
  deployContract,
  environmentContract,
  gameDayContract,
  gateContract,
  kpiContract,
  planContract,
  previewContract,
  runbookContract,
] as const;
