// Every action there is; action.yml, READMEs and bundles derive from this list.
import { gateContract } from './gate/contract.ts';
import { planContract } from './plan/contract.ts';
import { previewContract } from './preview/contract.ts';

export const contracts = [gateContract, planContract, previewContract] as const;
