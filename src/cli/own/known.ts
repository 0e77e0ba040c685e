// All runbooks and KPIs that a terminal knows: those of Opsdeck, and those of the repository in whose folder it is.
import { isFailure } from '../../define/failure.ts';
import type { KpiCatalogue } from '../../define/kpi.ts';
import { withOwnKpis } from '../../define/own-definitions.ts';
import { catalogue } from '../../kpis/index.ts';
import { type Runbook, runbooks } from '../../runbooks/index.ts';
import { reportFailure } from '../report-failure.ts';
import { type LoadedDefinitions, loadOwnDefinitions } from './load.ts';

export interface Known {
  readonly runbooks: readonly Runbook[];
  readonly catalogue: KpiCatalogue;
}

/** @param warn is told, for a person, why the repository's own are not among them: in trouble ours must not wait for that */
export async function knownDefinitions(folder: string, warn: (text: string) => void): Promise<Known> {
  const own = await loadOwnDefinitions(folder).catch((error: unknown): LoadedDefinitions => {
    if (!isFailure(error)) throw error;
    warn(`${reportFailure(error).text}\nGoing on with what comes with Opsdeck alone.`);
    return {};
  });
  return {
    runbooks: [...runbooks, ...(own.runbooks ?? [])],
    catalogue: withOwnKpis(catalogue, own),
  };
}
