// The words for actions and reasons, in one place.
// https://developer.hashicorp.com/terraform/internals/json-format
import type { Action, ReplaceOrder } from '../model.ts';

/** In the order in which they are listed: what takes something away comes first. */
export const actionWords: Readonly<Record<Action, { readonly sign: string; readonly verb: string }>> = {
  delete: { sign: '-', verb: 'destroy' },
  replace: { sign: '-/+', verb: 'replace' },
  unrecognized: { sign: '?', verb: 'do something this version of opsdeck does not know' },
  forget: { sign: '.', verb: 'forget (it stays, Terraform no longer manages it)' },
  update: { sign: '~', verb: 'change' },
  create: { sign: '+', verb: 'add' },
  'no-op': { sign: '=', verb: 'only move or import' },
};

export const actionOrder = Object.keys(actionWords) as readonly Action[];

export const orderWords: Readonly<Record<ReplaceOrder, string>> = {
  'delete-create': 'destroyed before the new one is there',
  'create-delete': 'the new one is there before it is destroyed',
  'create-forget': 'the old one stays, unmanaged',
};

const reasons: ReadonlyMap<string, string> = new Map([
  ['replace_because_cannot_update', 'cannot be updated in place'],
  ['replace_because_tainted', 'tainted: its creation did not finish'],
  ['replace_by_request', 'asked for with -replace'],
  ['replace_by_triggers', 'by replace_triggered_by'],
  ['delete_because_no_resource_config', 'no longer in the configuration'],
  ['delete_because_wrong_repetition', 'count or for_each was added or taken away'],
  ['delete_because_count_index', 'its index is beyond the count'],
  ['delete_because_each_key', 'its key is no longer in for_each'],
  ['delete_because_no_module', 'its module is no longer in the configuration'],
  ['delete_because_no_move_target', 'moved to an address that is not in the configuration'],
  ['unknown', 'for a reason Terraform does not give'],
  ['instance_count_unknown', 'how many there will be is not known yet'],
  ['resource_config_unknown', 'its configuration is not known yet'],
  ['provider_config_unknown', "its provider's configuration is not known yet"],
  ['absent_prereq', 'what it needs does not exist yet'],
  ['deferred_prereq', 'what it needs is deferred, too'],
  ['excluded', 'left out of this plan'],
  ['not_included', 'left out of this plan'],
]);

/** Undefined for a reason that these words do not know: Terraform's own words are never shown unescaped. */
export function reasonWords(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : reasons.get(reason);
}

export function plural(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
