// The cases of all runbooks, in lanes: what a lane plays one after the other does not touch what another one does meanwhile.
import type { AnyCase } from './runbook-case.ts';
import { cacheCases, databaseCases } from './runbook-data-cases.ts';
import { edgeCases } from './runbook-edge-cases.ts';
import { evidenceCases } from './runbook-evidence-cases.ts';
import { serviceCases } from './runbook-service-cases.ts';

export const lanes: readonly (readonly AnyCase[])[] = [
  [...serviceCases, ...cacheCases],
  databaseCases,
  [...edgeCases, ...evidenceCases],
];

/** @returns ids of those that nobody plays, and of cases whose runbook is not there */
export function findUnplayed(runbooks: readonly { readonly id: string }[]): readonly string[] {
  const played = lanes.flat().map(({ runbook }) => runbook);
  const ids = runbooks.map(({ id }) => id);
  return [...ids.filter((id) => !played.includes(id)), ...played.filter((id) => !ids.includes(id))];
}
